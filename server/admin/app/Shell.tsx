import { useQuery } from '@tanstack/react-query'
import { NavLink, Outlet } from 'react-router-dom'
import type { StaffRole } from '../../../shared/contract'
import { siteQuery } from '../api/site'
import { AccountMenu } from '../features/session/AccountMenu'
import { sessionQuery } from '../features/session/queries'
import { Wave } from '../ui/icons'
import { ThemeMenu } from './ThemeMenu'
import { SandboxHint } from './SandboxHint'
import styles from './Shell.module.css'

const PAGES: { to: string; name: string; only?: StaffRole }[] = [
  { to: '/overview', name: '概览' },
  { to: '/articles', name: '文章' },
  { to: '/calendar', name: '日历' },
  { to: '/media', name: '图片' },
  { to: '/notices', name: '通知' },
  { to: '/queue', name: '发送队列' },
  { to: '/staff', name: '人员', only: 'administrator' },
  { to: '/settings', name: '设置' },
]

/** The frame of every screen but the editor, which keeps the page for the writing. */
export function Shell() {
  const site = useQuery(siteQuery)
  const session = useQuery(sessionQuery)
  return (
    <>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <header className={styles.bar}>
        <div className={styles.inner}>
          <span className={styles.brand}>
            <Wave />
            <span>{site.data?.organisation.shortName ?? '内容管理'}</span>
          </span>
          <nav aria-label="主导航" className={styles.nav}>
            {PAGES.filter(({ only }) => only === undefined || only === session.data?.role).map((page) => (
              <NavLink key={page.to} to={page.to} className={styles.link}>
                {page.name}
              </NavLink>
            ))}
          </nav>
          <div className={styles.tools}>
            <ThemeMenu />
            <AccountMenu />
          </div>
        </div>
        {site.data?.sandbox === true && <SandboxHint />}
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Outlet } from 'react-router-dom'
import { siteQuery } from '../api/site'
import { PaletteButton } from '../features/palette/PaletteButton'
import { AccountMenu } from '../features/session/AccountMenu'
import { LanguageMenu } from '../features/session/LanguageMenu'
import { t } from '../ui/language'
import { Brand } from './Brand'
import { MainNav } from './MainNav'
import { MenuDrawer } from './MenuDrawer'
import { SandboxHint } from './SandboxHint'
import { ThemeMenu } from './ThemeMenu'
import styles from './Shell.module.css'

/** The frame of every screen but the editor, which keeps the page for the writing. */
export function Shell() {
  const site = useQuery(siteQuery)
  return (
    <div className={styles.frame}>
      <a className="skip-link" href="#content">
        {t('跳到正文', 'Skip to the content')}
      </a>
      <div className={styles.side}>
        <div className={styles.top}>
          <Brand />
        </div>
        <MainNav />
      </div>
      <div className={styles.page}>
        <header className={styles.bar}>
          <div className={styles.start}>
            <MenuDrawer />
            <Brand />
          </div>
          <div className={styles.tools}>
            <PaletteButton />
            <LanguageMenu />
            <ThemeMenu />
            <AccountMenu />
          </div>
        </header>
        {site.data?.sandbox === true && <SandboxHint />}
        <main id="content" className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}

import { NavLink } from 'react-router-dom'
import { t } from '../../ui/language'
import styles from './SettingsNav.module.css'

const PARTS = [
  { to: '/settings', name: { zh: '通知', en: 'Notices' } },
  { to: '/settings/channels', name: { zh: '栏目', en: 'Channels' } },
  { to: '/settings/sign-in', name: { zh: '登录', en: 'Login' } },
]

/** From one part of the settings to the others. */
export function SettingsNav() {
  return (
    <nav aria-label={t('设置', 'Settings')} className={styles.nav}>
      {PARTS.map(({ to, name }) => (
        <NavLink key={to} to={to} end className={styles.link}>
          {t(name)}
        </NavLink>
      ))}
    </nav>
  )
}

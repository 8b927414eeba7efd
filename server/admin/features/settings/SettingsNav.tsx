import { NavLink } from 'react-router-dom'
import styles from './SettingsNav.module.css'

const PARTS = [
  { to: '/settings', name: '通知' },
  { to: '/settings/channels', name: '栏目' },
]

/** From one part of the settings to the others. */
export function SettingsNav() {
  return (
    <nav aria-label="设置" className={styles.nav}>
      {PARTS.map(({ to, name }) => (
        <NavLink key={to} to={to} end className={styles.link}>
          {name}
        </NavLink>
      ))}
    </nav>
  )
}

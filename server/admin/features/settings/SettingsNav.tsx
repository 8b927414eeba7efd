import { NavLink } from 'react-router-dom'
import { t } from '../../ui/language'
import { SETTINGS_PARTS } from './parts'
import styles from './SettingsNav.module.css'

/** From one part of the settings to the others. */
export function SettingsNav() {
  return (
    <nav aria-label={t('设置', 'Settings')} className={styles.nav}>
      {SETTINGS_PARTS.map(({ to, name }) => (
        <NavLink key={to} to={to} end className={styles.link}>
          {t(name)}
        </NavLink>
      ))}
    </nav>
  )
}

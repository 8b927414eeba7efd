import { useQuery } from '@tanstack/react-query'
import { NavLink } from 'react-router-dom'
import { ReviewBadge } from '../features/review/ReviewBadge'
import { sessionQuery } from '../features/session/queries'
import { t } from '../ui/language'
import styles from './MainNav.module.css'
import { screensFor } from './pages'

/** The way to every screen, the one that is shown marked. */
export function MainNav({ onGo }: { onGo?: () => void }) {
  const { data } = useQuery(sessionQuery)
  return (
    <nav aria-label={t('主导航', 'Main navigation')} className={styles.nav}>
      {screensFor(data?.role).map(({ name, screens }) => (
        <ul key={t(name)} className={styles.group} aria-label={t(name)}>
          {screens.map(({ to, name: screen, icon: Icon }) => (
            <li key={to}>
              <NavLink to={to} className={styles.link} onClick={onGo}>
                <Icon />
                {t(screen)}
                {to === '/articles' && <ReviewBadge role={data?.role} />}
              </NavLink>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}

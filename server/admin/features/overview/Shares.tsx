import type { ReactNode } from 'react'
import { count } from '../../ui/count'
import styles from './Overview.module.css'

interface Share {
  key: string
  name: ReactNode
  value: number
}

/** Names with their numbers, each over a bar as long as its share of the greatest. */
export function Shares({ label, shares, empty }: { label: string; shares: Share[]; empty: string }) {
  if (shares.length === 0) return <p className={styles.soft}>{empty}</p>
  const most = Math.max(1, ...shares.map(({ value }) => value))
  return (
    <ul className={styles.shares} aria-label={label}>
      {shares.map(({ key, name, value }) => (
        <li key={key}>
          <div className={styles.share}>
            <span className={styles.name}>{name}</span>
            <span className={styles.value}>{count(value)}</span>
          </div>
          <svg className={styles.track} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width={(value / most) * 100} height="1" />
          </svg>
        </li>
      ))}
    </ul>
  )
}

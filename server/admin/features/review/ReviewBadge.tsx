import { useQuery } from '@tanstack/react-query'
import type { StaffRole } from '../../../../shared/contract'
import { t } from '../../ui/language'
import { reviewQueueQuery } from './queries'
import styles from './ReviewBadge.module.css'

/** Beside the way to the articles: how many wait for who looks. */
export function ReviewBadge({ role }: { role: StaffRole | undefined }) {
  const queue = useQuery({ ...reviewQueueQuery, enabled: role !== undefined })
  const { waiting = 0, returned = 0 } = queue.data ?? {}
  const count = role === 'writer' ? returned : waiting
  if (count === 0) return null
  const words =
    role === 'writer'
      ? t(`${count} 篇退回给您`, `${count} returned to you`)
      : t(`${count} 篇待审核`, `${count} waiting for review`)
  return (
    <span className={styles.badge} title={words}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}

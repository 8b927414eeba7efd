import { Link } from 'react-router-dom'
import type { StaffArticle } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { NOTICE_KINDS } from '../../../../shared/phrases'
import { NoticeChip } from '../../features/notices/NoticeChip'
import styles from '../../features/articles/SidePanel.module.css'

/** The notices told about this article, newest first. */
export function ToldSoFar({ notices }: { notices: StaffArticle['notices'] }) {
  if (notices.length === 0) return null
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>已发出的通知</h2>
      <ul className={styles.items}>
        {notices.map((notice) => (
          <li key={notice.id} className={styles.item}>
            <Link to={`/notices/${notice.id}`}>
              {NOTICE_KINDS[notice.kind].zh} {formatTableTime(Date.parse(notice.createdAt))}
            </Link>
            <NoticeChip status={notice.status} />
          </li>
        ))}
      </ul>
    </section>
  )
}

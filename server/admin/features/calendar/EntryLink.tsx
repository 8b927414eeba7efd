import { Link } from 'react-router-dom'
import type { CalendarEntry } from '../../../../shared/contract'
import { formatClock } from '../../../../shared/domain/time'
import { NOTICE_KINDS, NOTICE_STATUSES } from '../../../../shared/phrases'
import { classes } from '../../ui/classes'
import styles from './Calendar.module.css'

/** What an entry is, in words: the colour only repeats them. */
function wordsOf(entry: CalendarEntry): string {
  switch (entry.what) {
    case 'published':
      return '已发布'
    case 'scheduled':
      return '定时发布'
    case 'event':
      return entry.decision === 'cancelled' ? '活动已取消' : entry.published ? '活动' : '活动（未发布）'
    case 'notice':
      return `${NOTICE_KINDS[entry.notice.kind].zh}·${NOTICE_STATUSES[entry.notice.status].zh}`
  }
}

/** One entry of a day; opens the notice or the article. */
export function EntryLink({ entry }: { entry: CalendarEntry }) {
  const to = entry.what === 'notice' ? `/notices/${entry.notice.id}` : `/articles/${entry.article.id}`
  return (
    <Link to={to} className={classes(styles.entry, styles[entry.what])} title={entry.article.title}>
      <span className={styles.what}>
        {formatClock(Date.parse(entry.at))} {wordsOf(entry)}
      </span>
      <span className={styles.title}>{entry.article.title}</span>
    </Link>
  )
}

import { Link } from 'react-router-dom'
import type { CalendarEntry } from '../../../../shared/contract'
import { formatClock } from '../../../../shared/domain/time'
import { NOTICE_KINDS, NOTICE_STATUSES } from '../../../../shared/phrases'
import { classes } from '../../ui/classes'
import { t } from '../../ui/language'
import styles from './Calendar.module.css'

/** What an entry is, in words: the colour only repeats them. */
function wordsOf(entry: CalendarEntry): string {
  switch (entry.what) {
    case 'published':
      return t('已发布', 'Published')
    case 'scheduled':
      return t('定时发布', 'Later')
    case 'withdrawal':
      return t('定时撤回', 'Withdrawn')
    case 'event':
      return entry.decision === 'cancelled'
        ? t('活动已取消', 'Event cancelled')
        : entry.published
          ? t('活动', 'Event')
          : t('活动（未发布）', 'Event (not published)')
    case 'notice':
      return `${t(NOTICE_KINDS[entry.notice.kind])}·${t(NOTICE_STATUSES[entry.notice.status])}`
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

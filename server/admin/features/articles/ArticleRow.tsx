import { Link } from 'react-router-dom'
import type { StaffArticleSummary } from '../../../../shared/contract'
import { formatTableTime, formatWeekday, toWallClock } from '../../../../shared/domain/time'
import { Chip } from '../../ui/Chip'
import { StatusChip } from './StatusChip'
import styles from '../../ui/Rows.module.css'

/** One article in the list: its title leads to the editor. */
export function ArticleRow({ article, now }: { article: StaffArticleSummary; now: number }) {
  const thisYear = toWallClock(now).year
  const time = (iso: string) => formatTableTime(Date.parse(iso), thisYear)
  const startsAt = article.eventStartsAt === null ? null : Date.parse(article.eventStartsAt)
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h2 className={styles.title}>
          <Link to={`/articles/${article.id}`}>{article.title}</Link>
        </h2>
        <p className={styles.meta}>
          <span>{article.channel.name}</span>
          {startsAt !== null && (
            <span>
              活动 {formatTableTime(startsAt, thisYear)} {formatWeekday(startsAt)}
            </span>
          )}
          {article.publishedAt !== null && article.status === 'published' && (
            <span>
              发布于 <time dateTime={article.publishedAt}>{time(article.publishedAt)}</time>
            </span>
          )}
          <span>
            {article.updatedBy} 保存于 <time dateTime={article.updatedAt}>{time(article.updatedAt)}</time>
          </span>
        </p>
      </div>
      <div className={styles.side}>
        {article.status === 'published' && <span className={styles.count}>阅读 {article.views}</span>}
        {article.pinned && <Chip>置顶</Chip>}
        <StatusChip status={article.status} scheduledAt={article.scheduledAt ?? null} />
      </div>
    </li>
  )
}

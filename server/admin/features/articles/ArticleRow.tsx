import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import type { StaffArticleSummary } from '../../../../shared/contract'
import { formatTableTime, toWallClock } from '../../../../shared/domain/time'
import { Chip } from '../../ui/Chip'
import { t } from '../../ui/language'
import { StatusChip } from './StatusChip'
import { weekdayWords } from '../../ui/dates'
import styles from '../../ui/Rows.module.css'

interface ArticleRowProps {
  article: StaffArticleSummary
  now: number
  /** How it stands in review. */
  review: ReactNode
  chosen: boolean
  /** Absent where it cannot be chosen. */
  onChoose?: (chosen: boolean) => void
}

/** One article in the list: its title leads to the editor. */
export function ArticleRow({ article, now, review, chosen, onChoose }: ArticleRowProps) {
  const thisYear = toWallClock(now).year
  const time = (iso: string) => formatTableTime(Date.parse(iso), thisYear)
  const startsAt = article.eventStartsAt === null ? null : Date.parse(article.eventStartsAt)
  return (
    <li className={styles.row}>
      {onChoose !== undefined && (
        <Checkbox
          className={styles.pick}
          aria-label={t(`选择：${article.title}`, `Choose: ${article.title}`)}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      )}
      <div className={styles.words}>
        <h2 className={styles.title}>
          <Link to={`/articles/${article.id}`}>{article.title}</Link>
        </h2>
        <p className={styles.meta}>
          <span>{article.channel.name}</span>
          {startsAt !== null && (
            <span>
              {t(
                `活动 ${formatTableTime(startsAt, thisYear)} ${weekdayWords(startsAt)}`,
                `Event ${formatTableTime(startsAt, thisYear)} ${weekdayWords(startsAt)}`,
              )}
            </span>
          )}
          {article.publishedAt !== null && article.status === 'published' && (
            <span>
              {t('发布于 ', 'published ')}
              <time dateTime={article.publishedAt}>{time(article.publishedAt)}</time>
            </span>
          )}
          <span>
            {t(`${article.updatedBy} 保存于 `, `${article.updatedBy} saved `)}
            <time dateTime={article.updatedAt}>{time(article.updatedAt)}</time>
          </span>
        </p>
      </div>
      <div className={styles.side}>
        {article.status === 'published' && (
          <span className={styles.count}>{t(`阅读 ${article.views}`, `${article.views} views`)}</span>
        )}
        {review}
        {article.pinned && <Chip>{t('置顶', 'Pinned')}</Chip>}
        <StatusChip status={article.status} scheduledAt={article.scheduledAt} withdrawAt={article.withdrawAt} />
      </div>
    </li>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { formatTableTime } from '../../../../shared/domain/time'
import type { StaffRole } from '../../../../shared/contract'
import { t } from '../../ui/language'
import { reviewQueueQuery } from './queries'
import styles from './Review.module.css'

/** On the first screen: what waits for those who may publish, and what came back to who wrote it. Nothing when nothing does. */
export function WaitingArticles({ role }: { role: StaffRole | undefined }) {
  const queue = useQuery(reviewQueueQuery)
  if (queue.data === undefined || role === undefined) return null
  const { waiting, first, returned } = queue.data
  const decides = role !== 'writer'
  if (returned === 0 && (waiting === 0 || !decides)) return null
  return (
    <section className={styles.card} aria-labelledby="waiting-articles">
      <div className={styles.head}>
        <h2 id="waiting-articles" className={styles.heading}>
          {decides && waiting > 0
            ? t(`待审核的文章（${waiting}）`, `Waiting for review (${waiting})`)
            : t('审核', 'Review')}
        </h2>
        {decides && waiting > first.length && <Link to="/articles?review=submitted">{t('查看全部', 'See all')}</Link>}
      </div>
      {decides && waiting > 0 && (
        <ul className={styles.waiting}>
          {first.map(({ id, title, channel, submittedAt, submittedBy, text }) => (
            <li key={id}>
              <Link to={`/articles/${id}`}>{title}</Link>
              <span className={styles.soft}>
                {channel.name} · {submittedBy} {t('提交于', 'submitted')}{' '}
                <time dateTime={submittedAt}>{formatTableTime(Date.parse(submittedAt))}</time>
                {text !== '' && ` · ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {returned > 0 && (
        <p>
          <Link to="/articles?review=returned">
            {t(`有 ${returned} 篇文章退回给您修改`, `${returned} of your articles were returned to you`)}
          </Link>
        </p>
      )}
    </section>
  )
}

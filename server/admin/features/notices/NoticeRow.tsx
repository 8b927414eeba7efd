import { Link } from 'react-router-dom'
import type { NoticeSummary } from '../../../../shared/contract'
import { noticeProgress } from '../../../../shared/domain/notice'
import { formatTableTime, toWallClock } from '../../../../shared/domain/time'
import { NOTICE_KINDS, PAUSE_REASONS } from '../../../../shared/phrases'
import { NoticeChip } from './NoticeChip'
import { t } from '../../ui/language'
import styles from '../../ui/Rows.module.css'

export function NoticeRow({ notice, now }: { notice: NoticeSummary; now: number }) {
  const { total, reached, uncertain } = noticeProgress(notice.counts)
  const time = (iso: string) => formatTableTime(Date.parse(iso), toWallClock(now).year)
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h2 className={styles.title}>
          <Link to={`/notices/${notice.id}`}>{notice.article.title}</Link>
        </h2>
        <p className={styles.meta}>
          <span>
            {t(NOTICE_KINDS[notice.kind])}
            {notice.followsUp !== null && t('（补发）', ' (follow-up)')}
          </span>
          <span>
            {t(
              `${notice.createdBy} 发起于 ${time(notice.createdAt)}`,
              `by ${notice.createdBy} at ${time(notice.createdAt)}`,
            )}
          </span>
          {notice.startedAt === null && notice.scheduledAt !== null && (
            <span>{t(`定于 ${time(notice.scheduledAt)} 发送`, `to be sent ${time(notice.scheduledAt)}`)}</span>
          )}
          {notice.status === 'paused' && notice.pauseReason === 'errors' && <span>{t(PAUSE_REASONS.errors)}</span>}
        </p>
      </div>
      <div className={styles.side}>
        <span className={styles.count}>
          {total > 0 && t(`已送出 ${reached} / ${total}`, `${reached} / ${total} sent`)}
          {uncertain > 0 && t(`，结果未知 ${uncertain}`, `, ${uncertain} unknown`)}
        </span>
        <NoticeChip status={notice.status} />
      </div>
    </li>
  )
}

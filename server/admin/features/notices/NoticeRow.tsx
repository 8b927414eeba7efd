import { Link } from 'react-router-dom'
import type { NoticeSummary } from '../../../../shared/contract'
import { noticeProgress } from '../../../../shared/domain/notice'
import { formatTableTime, toWallClock } from '../../../../shared/domain/time'
import { NOTICE_KINDS, PAUSE_REASONS } from '../../../../shared/phrases'
import { NoticeChip } from './NoticeChip'
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
            {NOTICE_KINDS[notice.kind].zh}
            {notice.followsUp !== null && '（补发）'}
          </span>
          <span>
            {notice.createdBy} 发起于 {time(notice.createdAt)}
          </span>
          {notice.startedAt === null && notice.scheduledAt !== null && (
            <span>定于 {time(notice.scheduledAt)} 发送</span>
          )}
          {notice.status === 'paused' && notice.pauseReason === 'errors' && <span>{PAUSE_REASONS.errors.zh}</span>}
        </p>
      </div>
      <div className={styles.side}>
        <span className={styles.count}>
          {total > 0 && `已送出 ${reached} / ${total}`}
          {uncertain > 0 && `，结果未知 ${uncertain}`}
        </span>
        <NoticeChip status={notice.status} />
      </div>
    </li>
  )
}

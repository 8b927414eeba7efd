import { Link } from 'react-router-dom'
import type { NoticeSummary } from '../../../../shared/contract'
import { noticeProgress } from '../../../../shared/domain/notice'
import { formatTableTime, toWallClock } from '../../../../shared/domain/time'
import { NOTICE_KINDS } from '../../../../shared/phrases'
import { NoticeChip } from './NoticeChip'
import styles from './NoticeList.module.css'

export function NoticeRow({ notice, now }: { notice: NoticeSummary; now: number }) {
  const { total, reached, uncertain } = noticeProgress(notice.counts)
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h2 className={styles.title}>
          <Link to={`/notices/${notice.id}`}>{notice.article.title}</Link>
        </h2>
        <p className={styles.meta}>
          <span>{NOTICE_KINDS[notice.kind].zh}</span>
          <span>
            {notice.createdBy} 发起于 {formatTableTime(Date.parse(notice.createdAt), toWallClock(now).year)}
          </span>
        </p>
      </div>
      <div className={styles.side}>
        <span className={styles.count}>
          已送出 {reached} / {total}
          {uncertain > 0 && `，结果未知 ${uncertain}`}
        </span>
        <NoticeChip status={notice.status} />
      </div>
    </li>
  )
}

import { Alert } from 'antd'
import { Link } from 'react-router-dom'
import type { NoticeDetail } from '../../../../shared/contract'
import { noticeProgress } from '../../../../shared/domain/notice'
import { formatDateTime } from '../../../../shared/domain/time'
import { DELIVERY_REASONS, NOTICE_KINDS } from '../../../../shared/phrases'
import { NoticeChip } from './NoticeChip'
import { NoticeProgressView } from './NoticeProgressView'
import { OutcomeTable } from './OutcomeTable'
import { PhoneCard } from './PhoneCard'
import styles from './NoticeView.module.css'

const when = (iso: string | null): string => (iso === null ? '—' : formatDateTime(Date.parse(iso)))

/** One notice: how far it is, what became of it, and what it said. */
export function NoticeView({ notice, sender }: { notice: NoticeDetail; sender: string }) {
  const { uncertain } = noticeProgress(notice.counts)
  return (
    <>
      <div className={styles.head}>
        <p className={styles.kind}>{NOTICE_KINDS[notice.kind].zh}通知</p>
        <h1 className={styles.title}>
          <Link to={`/articles/${notice.article.id}`}>{notice.article.title}</Link>
        </h1>
        <p className={styles.meta}>
          <NoticeChip status={notice.status} />
          <span>{notice.createdBy} 发起</span>
          <span>开始 {when(notice.startedAt)}</span>
          <span>结束 {when(notice.finishedAt)}</span>
        </p>
      </div>
      {notice.haltReason !== null && (
        <Alert
          type="error"
          title={`发送已中止：${DELIVERY_REASONS[notice.haltReason].zh}。未发出的会员没有收到通知，次数不扣。`}
        />
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <NoticeProgressView counts={notice.counts} />
          {uncertain > 0 && (
            <p className={styles.soft}>结果未知的通知可能已经到达，为避免重复打扰，系统不会自动重发。</p>
          )}
          <section aria-labelledby="outcomes" className={styles.part}>
            <h2 id="outcomes" className={styles.heading}>
              送达结果
            </h2>
            <OutcomeTable reasons={notice.reasons} />
          </section>
        </div>
        {notice.template !== null && <PhoneCard template={notice.template} values={notice.values} sender={sender} />}
      </div>
    </>
  )
}

import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { NoticeDetail } from '../../../../shared/contract'
import { formatDateTime } from '../../../../shared/domain/time'
import { NOTICE_KINDS } from '../../../../shared/phrases'
import { ChosenView } from './ChosenView'
import { DeliveryDrawer } from './DeliveryDrawer'
import { DeliveryList } from './DeliveryList'
import { NoticeActions } from './NoticeActions'
import { NoticeChip } from './NoticeChip'
import { NoticeProgressView } from './NoticeProgressView'
import { NoticeStanding } from './NoticeStanding'
import { OutcomeTable } from './OutcomeTable'
import { PhoneCard } from './PhoneCard'
import { SettleDialog, type Settling } from './SettleDialog'
import { UncertainList } from './UncertainList'
import { usePace } from './usePace'
import styles from './NoticeView.module.css'

const when = (iso: string): string => formatDateTime(Date.parse(iso))

interface NoticeViewProps {
  notice: NoticeDetail
  /** When the server said so, ms since the epoch. */
  at: number
  sender: string
  /** Whether this person may decide about notices. */
  mayDecide: boolean
  /** The delivery whose story is open, or null. */
  opened: string | null
  onOpen: (deliveryId: string | null) => void
  onFollowUp: (made: NoticeDetail) => void
}

/** One notice: how far it is, who was chosen, what became of it, and what it said. */
export function NoticeView({ notice, at, sender, mayDecide, opened, onOpen, onFollowUp }: NoticeViewProps) {
  const [settling, setSettling] = useState<Settling | null>(null)
  const pace = usePace(notice.counts, at, notice.status === 'running')
  const settle = mayDecide
    ? (delivery: Settling['delivery'], outcome: Settling['outcome']) => setSettling({ delivery, outcome })
    : undefined
  const open = (delivery: Settling['delivery']) => onOpen(delivery.id)
  return (
    <>
      <div className={styles.head}>
        <p className={styles.kind}>
          {NOTICE_KINDS[notice.kind].zh}通知{notice.followsUp !== null && '（补发）'}
        </p>
        <h1 className={styles.title}>
          <Link to={`/articles/${notice.article.id}`}>{notice.article.title}</Link>
        </h1>
        <p className={styles.meta}>
          <NoticeChip status={notice.status} />
          <span>{notice.createdBy} 发起</span>
          {notice.scheduledAt !== null && <span>定于 {when(notice.scheduledAt)}</span>}
          {notice.startedAt !== null && <span>开始 {when(notice.startedAt)}</span>}
          {notice.finishedAt !== null && <span>结束 {when(notice.finishedAt)}</span>}
          {notice.atNight && <span>夜间也发送</span>}
          {notice.followsUp !== null && <Link to={`/notices/${notice.followsUp}`}>查看首次通知</Link>}
        </p>
        {mayDecide && <NoticeActions notice={notice} onFollowUp={onFollowUp} />}
      </div>
      <NoticeStanding notice={notice} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <NoticeProgressView counts={notice.counts} pace={pace} />
          <UncertainList notice={notice} onOpen={open} onSettle={settle} />
          <section aria-labelledby="outcomes" className={styles.part}>
            <h2 id="outcomes" className={styles.heading}>
              送达结果
            </h2>
            <OutcomeTable reasons={notice.reasons} />
          </section>
          <ChosenView notice={notice} />
          <DeliveryList notice={notice} onOpen={open} />
        </div>
        {notice.template !== null && <PhoneCard template={notice.template} values={notice.values} sender={sender} />}
      </div>
      {settling !== null && <SettleDialog settling={settling} onClose={() => setSettling(null)} />}
      <DeliveryDrawer id={opened} onClose={() => onOpen(null)} />
    </>
  )
}

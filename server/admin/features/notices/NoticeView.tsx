import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router-dom'
import type { NoticeDetail } from '../../../../shared/contract'
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
import { Card } from '../../ui/Card'
import { t } from '../../ui/language'
import { dateTimeWords } from '../../ui/dates'
import styles from './NoticeView.module.css'

const when = (iso: string): string => dateTimeWords(Date.parse(iso))

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
  // whose row led there has the focus again; the row may have been drawn anew meanwhile
  const shown = useRef(opened)
  useEffect(() => {
    const before = shown.current
    shown.current = opened
    if (before === null || opened !== null) return
    document.querySelector<HTMLElement>(`[data-delivery="${CSS.escape(before)}"]`)?.focus()
  }, [opened])
  return (
    <>
      <div className={styles.head}>
        <p className={styles.kind}>
          {t(`${t(NOTICE_KINDS[notice.kind])}通知`, `Notice: ${t(NOTICE_KINDS[notice.kind])}`)}
          {notice.followsUp !== null && t('（补发）', ' (follow-up)')}
        </p>
        <h1 className={styles.title}>
          <Link to={`/articles/${notice.article.id}`}>{notice.article.title}</Link>
        </h1>
        <p className={styles.meta}>
          <NoticeChip status={notice.status} />
          <span>{t(`${notice.createdBy} 发起`, `by ${notice.createdBy}`)}</span>
          {notice.scheduledAt !== null && (
            <span>{t(`定于 ${when(notice.scheduledAt)}`, `set for ${when(notice.scheduledAt)}`)}</span>
          )}
          {notice.startedAt !== null && (
            <span>{t(`开始 ${when(notice.startedAt)}`, `began ${when(notice.startedAt)}`)}</span>
          )}
          {notice.finishedAt !== null && (
            <span>{t(`结束 ${when(notice.finishedAt)}`, `ended ${when(notice.finishedAt)}`)}</span>
          )}
          {notice.atNight && <span>{t('夜间也发送', 'Send at night too')}</span>}
          {notice.followsUp !== null && (
            <Link to={`/notices/${notice.followsUp}`}>{t('查看首次通知', 'See the first notice')}</Link>
          )}
        </p>
        {mayDecide && <NoticeActions notice={notice} onFollowUp={onFollowUp} />}
      </div>
      <NoticeStanding notice={notice} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <NoticeProgressView counts={notice.counts} pace={pace} />
          <UncertainList notice={notice} onOpen={open} onSettle={settle} />
          <Card title={t('送达结果', 'Outcomes')}>
            <OutcomeTable reasons={notice.reasons} />
          </Card>
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

import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import type { DeliveryTimeline } from '../../../../shared/contract'
import { toWallClock } from '../../../../shared/domain/time'
import { DELIVERY_REASONS } from '../../../../shared/phrases'
import { wordsFor } from '../../api/errors'
import { DeliveryChip } from './DeliveryChip'
import { memberName } from './memberName'
import { deliveryQuery } from './queries'
import { t } from '../../ui/language'
import { dateWords } from '../../ui/dates'
import styles from './DeliveryDrawer.module.css'

/** `2026年11月23日 14:30:05`: what happens within a second still has an order. */
function preciseTime(iso: string): string {
  const instant = Date.parse(iso)
  const { hour, minute, second } = toWallClock(instant)
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')
  return `${dateWords(instant)} ${clock}`
}

function Steps({ timeline }: { timeline: DeliveryTimeline }) {
  const { delivery, steps } = timeline
  return (
    <>
      <p className={styles.head}>
        {memberName(delivery.memberId)}
        <DeliveryChip state={delivery.state} />
      </p>
      <p className={styles.soft}>
        {t('送达记录 ', 'Delivery ')}
        <span className={styles.id}>{delivery.id}</span>
        {delivery.attempts > 0 && t(`，重试 ${delivery.attempts} 次`, `, ${delivery.attempts} retries`)}
      </p>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={index} className={styles.step}>
            <time dateTime={step.at} className={styles.soft}>
              {preciseTime(step.at)}
            </time>
            <p className={styles.what}>
              <DeliveryChip state={step.state} />
              {step.reason !== null && t(DELIVERY_REASONS[step.reason])}
            </p>
            {(step.by !== null || step.note !== '') && (
              <p className={styles.soft}>{[step.by, step.note].filter(Boolean).join('：')}</p>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** What happened to one member's delivery, oldest first. */
export function DeliveryDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const timeline = useQuery({ ...deliveryQuery(id ?? ''), enabled: id !== null })
  return (
    <Drawer
      title={t('送达经过', 'What happened')}
      open={id !== null}
      size={420}
      mask={false}
      onClose={onClose}
      destroyOnHidden
    >
      {timeline.data !== undefined && <Steps timeline={timeline.data} />}
      {timeline.data === undefined && timeline.error === null && (
        <p className={styles.soft}>{t('正在加载…', 'Loading…')}</p>
      )}
      {timeline.error !== null && (
        <p role="alert">
          {wordsFor(timeline.error)} <Button onClick={() => void timeline.refetch()}>{t('重试', 'Try again')}</Button>
        </p>
      )}
    </Drawer>
  )
}

import { Button } from 'antd'
import type { StaffDelivery } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { DELIVERY_REASONS } from '../../../../shared/phrases'
import { DeliveryChip } from './DeliveryChip'
import { memberName } from './memberName'
import styles from './DeliveryList.module.css'

interface DeliveryRowProps {
  delivery: StaffDelivery
  onOpen: () => void
  /** Absent when there is nothing to settle, or it is not for this person to do. */
  onSettle?: ((outcome: 'sent' | 'failed') => void) | undefined
}

/** One member's delivery in a list. */
export function DeliveryRow({ delivery, onOpen, onSettle }: DeliveryRowProps) {
  const { state, reason, attempts, sendingAt, settledAt } = delivery
  const at = settledAt ?? sendingAt
  const name = memberName(delivery.memberId)
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span className={styles.who}>{name}</span>
        <DeliveryChip state={state} />
        {reason !== null && <span>{DELIVERY_REASONS[reason].zh}</span>}
        {at !== null && (
          <span className={styles.when}>
            {formatTableTime(Date.parse(at))}
            {attempts > 0 && `，重试 ${attempts} 次`}
          </span>
        )}
      </span>
      <span className={styles.tools}>
        {onSettle !== undefined && (
          <>
            <Button size="small" aria-label={`认定已送达：${name}`} onClick={() => onSettle('sent')}>
              认定已送达
            </Button>
            <Button size="small" aria-label={`认定未送达：${name}`} onClick={() => onSettle('failed')}>
              认定未送达
            </Button>
          </>
        )}
        <Button size="small" type="text" aria-label={`经过：${name}`} onClick={onOpen}>
          经过
        </Button>
      </span>
    </li>
  )
}

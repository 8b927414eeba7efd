import { Button } from 'antd'
import type { StaffDelivery } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { DELIVERY_REASONS } from '../../../../shared/phrases'
import { DeliveryChip } from './DeliveryChip'
import { memberName } from './memberName'
import { t } from '../../ui/language'
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
        {reason !== null && <span>{t(DELIVERY_REASONS[reason])}</span>}
        {at !== null && (
          <span className={styles.when}>
            {formatTableTime(Date.parse(at))}
            {attempts > 0 && t(`，重试 ${attempts} 次`, `, ${attempts} retries`)}
          </span>
        )}
      </span>
      <span className={styles.tools}>
        {onSettle !== undefined && (
          <>
            <Button
              size="small"
              aria-label={t(`认定已送达：${name}`, `Settle as delivered: ${name}`)}
              onClick={() => onSettle('sent')}
            >
              {t('认定已送达', 'Settle as delivered')}
            </Button>
            <Button
              size="small"
              aria-label={t(`认定未送达：${name}`, `Settle as not delivered: ${name}`)}
              onClick={() => onSettle('failed')}
            >
              {t('认定未送达', 'Settle as not delivered')}
            </Button>
          </>
        )}
        <Button
          data-delivery={delivery.id}
          size="small"
          type="text"
          aria-label={t(`经过：${name}`, `History: ${name}`)}
          onClick={onOpen}
        >
          {t('经过', 'History')}
        </Button>
      </span>
    </li>
  )
}

import { useState } from 'react'
import type { NoticeDetail, StaffDelivery } from '../../../../shared/contract'
import { DELIVERY_STATES, type DeliveryReason, type DeliveryState } from '../../../../shared/domain/notice'
import { DELIVERY_REASONS, DELIVERY_STATES as STATE_WORDS } from '../../../../shared/phrases'
import { Card } from '../../ui/Card'
import { Choice } from '../../ui/Choice'
import { count } from '../../ui/count'
import { DeliveryPages } from './DeliveryPages'
import type { DeliveryFilter } from './queries'
import { t } from '../../ui/language'
import { ExportLinks } from '../../ui/ExportLinks'
import styles from './DeliveryList.module.css'

interface DeliveryListProps {
  notice: NoticeDetail
  onOpen: (delivery: StaffDelivery) => void
}

/** Every delivery of the notice, by state and reason, and all of them as a file. */
export function DeliveryList({ notice, onOpen }: DeliveryListProps) {
  const [filter, setFilter] = useState<DeliveryFilter>({ state: undefined, reason: undefined })
  // only what occurs in this notice is offered
  const states = DELIVERY_STATES.filter((state) => notice.counts[state] > 0 || state === filter.state)
  const reasons = [
    ...new Set(
      notice.reasons
        .filter(({ state }) => filter.state === undefined || state === filter.state)
        .map(({ reason }) => reason),
    ),
  ]
  return (
    <Card title={t('送达记录', 'Deliveries')}>
      <div className={styles.filters}>
        <Choice
          aria-label={t('按结果筛选', 'Filter by outcome')}
          value={filter.state ?? ''}
          // choosing among the states clears the reason, which may not occur there
          onChange={(state) =>
            setFilter({ state: state === '' ? undefined : (state as DeliveryState), reason: undefined })
          }
        >
          <option value="">{t('全部结果', 'All outcomes')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {t(STATE_WORDS[state])}（{count(notice.counts[state])}）
            </option>
          ))}
        </Choice>
        <Choice
          aria-label={t('按原因筛选', 'Filter by reason')}
          value={filter.reason ?? ''}
          onChange={(reason) =>
            setFilter({ ...filter, reason: reason === '' ? undefined : (reason as DeliveryReason) })
          }
        >
          <option value="">{t('全部原因', 'All reasons')}</option>
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {t(DELIVERY_REASONS[reason])}
            </option>
          ))}
        </Choice>
        <span className={styles.export}>
          <ExportLinks path={`/api/admin/notices/${notice.id}/export`} />
        </span>
      </div>
      <DeliveryPages notice={notice} filter={filter} label={t('送达记录', 'Deliveries')} onOpen={onOpen} />
    </Card>
  )
}

import type { NoticeDetail, StaffDelivery } from '../../../../shared/contract'
import { DeliveryPages } from './DeliveryPages'
import { Card } from '../../ui/Card'
import { t } from '../../ui/language'
import styles from './NoticeView.module.css'

interface UncertainListProps {
  notice: NoticeDetail
  onOpen: (delivery: StaffDelivery) => void
  onSettle?: ((delivery: StaffDelivery, outcome: 'sent' | 'failed') => void) | undefined
}

/** What cannot be known is named: the members who may or may not have got the notice, for staff to settle. */
export function UncertainList({ notice, onOpen, onSettle }: UncertainListProps) {
  const { unknown, unconfirmed } = notice.counts
  if (unknown + unconfirmed === 0) return null
  const pages = (state: 'unknown' | 'unconfirmed', label: string) => (
    <DeliveryPages
      notice={notice}
      filter={{ state, reason: undefined }}
      label={label}
      onOpen={onOpen}
      onSettle={onSettle}
    />
  )
  return (
    <Card title={t('结果未知的会员', 'Members whose outcome is unknown')}>
      <p className={styles.before}>
        {t(
          '这些通知可能已经到达，为避免重复打扰，系统不会自动重发。多数会在收到微信回执后自行确定；仍未确定的，可在向会员核实后认定。',
          'These notices may have arrived, so nothing is sent again by itself. Most settle when WeChat’s receipt comes; the others can be settled after asking the member.',
        )}
      </p>
      {unknown > 0 && pages('unknown', t('结果未知', 'Unknown'))}
      {unconfirmed > 0 && pages('unconfirmed', t('无法确认', 'Unconfirmed'))}
    </Card>
  )
}

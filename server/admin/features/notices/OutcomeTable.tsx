import type { NoticeDetail } from '../../../../shared/contract'
import { DELIVERY_REASONS, DELIVERY_STATES } from '../../../../shared/phrases'
import { count } from '../../ui/count'
import { t } from '../../ui/language'
import styles from './NoticeView.module.css'

/** Why each delivery is where it is, most frequent first. */
export function OutcomeTable({ reasons }: { reasons: NoticeDetail['reasons'] }) {
  if (reasons.length === 0) return <p className={styles.soft}>{t('还没有送达结果。', 'No outcomes yet.')}</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('结果', 'Outcome')}</th>
          <th scope="col">{t('原因', 'Reason')}</th>
          <th scope="col" className={styles.right}>
            {t('人数', 'Members')}
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ state, reason, count: times }) => (
          <tr key={`${state}-${reason}`}>
            <td>{t(DELIVERY_STATES[state])}</td>
            <td>{t(DELIVERY_REASONS[reason])}</td>
            <td className={styles.right}>{count(times)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { NoticeDetail } from '../../../../shared/contract'
import { DELIVERY_REASONS, DELIVERY_STATES } from '../../../../shared/phrases'
import { count } from '../../ui/count'
import styles from './NoticeView.module.css'

/** Why each delivery is where it is, most frequent first. */
export function OutcomeTable({ reasons }: { reasons: NoticeDetail['reasons'] }) {
  if (reasons.length === 0) return <p className={styles.soft}>还没有送达结果。</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">结果</th>
          <th scope="col">原因</th>
          <th scope="col" className={styles.right}>
            人数
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ state, reason, count: times }) => (
          <tr key={`${state}-${reason}`}>
            <td>{DELIVERY_STATES[state].zh}</td>
            <td>{DELIVERY_REASONS[reason].zh}</td>
            <td className={styles.right}>{count(times)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

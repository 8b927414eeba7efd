import { Progress } from 'antd'
import { noticeProgress, type DeliveryCounts } from '../../../../shared/domain/notice'
import { count } from '../../ui/count'
import styles from './NoticeView.module.css'

/** How far a notice is, in five numbers and one bar; `pace` is the rate and the time left in words. */
export function NoticeProgressView({ counts, pace }: { counts: DeliveryCounts; pace: string | null }) {
  const { total, done, reached, notReached, open, uncertain } = noticeProgress(counts)
  const numbers = [
    { name: '名单人数', value: total },
    { name: '已送出', value: reached },
    { name: '未送达', value: notReached },
    { name: '结果未知', value: uncertain },
    { name: '等待发送', value: open },
  ]
  return (
    <section aria-label="发送进度" className={styles.progress}>
      <Progress
        percent={total === 0 ? 0 : Math.floor((done / total) * 100)}
        strokeColor="var(--sea)"
        aria-label="已处理的比例"
      />
      <p className={styles.pace}>{pace}</p>
      <dl className={styles.numbers}>
        {numbers.map(({ name, value }) => (
          <div key={name} className={styles.number}>
            <dt>{name}</dt>
            <dd>{count(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

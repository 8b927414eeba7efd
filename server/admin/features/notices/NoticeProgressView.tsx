import { Progress } from 'antd'
import { noticeProgress, type DeliveryCounts } from '../../../../shared/domain/notice'
import { Card } from '../../ui/Card'
import { count } from '../../ui/count'
import { t } from '../../ui/language'
import { Numbers } from '../../ui/Numbers'
import styles from './NoticeView.module.css'

/** How far a notice is, in five numbers and one bar; `pace` is the rate and the time left in words. */
export function NoticeProgressView({ counts, pace }: { counts: DeliveryCounts; pace: string | null }) {
  const { total, done, reached, notReached, open, uncertain } = noticeProgress(counts)
  const numbers = [
    { name: t('名单人数', 'In the audience'), value: total },
    { name: t('已送出', 'Sent'), value: reached },
    { name: t('未送达', 'Not delivered'), value: notReached },
    { name: t('结果未知', 'Unknown'), value: uncertain },
    { name: t('等待发送', 'Waiting'), value: open },
  ]
  return (
    <Card label={t('发送进度', 'Progress of sending')}>
      <Progress
        percent={total === 0 ? 0 : Math.floor((done / total) * 100)}
        strokeColor="var(--sea)"
        aria-label={t('已处理的比例', 'Share that is done')}
      />
      <p className={styles.pace}>{pace}</p>
      <Numbers numbers={numbers.map(({ name, value }) => ({ name, value: count(value) }))} />
    </Card>
  )
}

import { Alert } from 'antd'
import type { QueueStatus } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { DELIVERY_REASONS } from '../../../../shared/phrases'
import { Chip } from '../../ui/Chip'
import { count } from '../../ui/count'
import { isAlive, lagOf, lengthWords, queueHealth } from './queueHealth'
import styles from './QueueView.module.css'

const at = (iso: string): string => formatTableTime(Date.parse(iso))
const since = (iso: string, now: string): string => lengthWords(Math.max(0, Date.parse(now) - Date.parse(iso)))

function Numbers({ status }: { status: QueueStatus }) {
  const numbers = [
    { name: '等待发送', value: count(status.waiting) },
    { name: '正在发送', value: count(status.sending) },
    { name: '结果未知', value: count(status.unknown) },
    { name: '最近一分钟送出', value: count(status.sentLastMinute) },
    { name: '最早一条已等待', value: status.oldestDueAt === null ? '—' : lengthWords(lagOf(status)) },
  ]
  return (
    <dl className={styles.numbers}>
      {numbers.map(({ name, value }) => (
        <div key={name} className={styles.number}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Token({ token, now }: { token: QueueStatus['token']; now: string }) {
  if (token === null) return <p className={styles.soft}>还没有向微信取得令牌，第一次发送时会自动取得。</p>
  const over = Date.parse(token.expiresAt) <= Date.parse(now)
  return (
    <dl className={styles.facts}>
      <div className={styles.fact}>
        <dt>取得于</dt>
        <dd>
          {at(token.refreshedAt)}（{since(token.refreshedAt, now)}前）
        </dd>
      </div>
      <div className={styles.fact}>
        <dt>有效至</dt>
        <dd>
          {at(token.expiresAt)} {over && <Chip tone="warm">已过期，发送时自动更新</Chip>}
        </dd>
      </div>
    </dl>
  )
}

function Workers({ status }: { status: QueueStatus }) {
  if (status.workers.length === 0) return <p className={styles.soft}>目前没有登记的发送程序。</p>
  return (
    <ul className={styles.list} aria-label="发送程序">
      {status.workers.map((worker) => (
        <li key={worker.id} className={styles.row}>
          <span className={styles.id}>{worker.id}</span>
          <span className={styles.soft}>启动于 {at(worker.startedAt)}</span>
          <Chip tone={isAlive(worker.heartbeatAt, status.now) ? 'good' : 'bad'}>
            {since(worker.heartbeatAt, status.now)}前有响应
          </Chip>
        </li>
      ))}
    </ul>
  )
}

function Errors({ errors }: { errors: QueueStatus['lastErrors'] }) {
  if (errors.length === 0) return <p className={styles.soft}>最近一小时没有错误。</p>
  return (
    <ul className={styles.list} aria-label="最近的错误">
      {errors.map(({ reason, count: times, lastAt }) => (
        <li key={reason} className={styles.row}>
          <span className={styles.what}>{DELIVERY_REASONS[reason].zh}</span>
          <span className={styles.soft}>最近 {at(lastAt)}</span>
          <span className={styles.count}>{count(times)} 次</span>
        </li>
      ))}
    </ul>
  )
}

/** For the operator: is the queue moving, and if not, why. */
export function QueueView({ status }: { status: QueueStatus }) {
  const health = queueHealth(status)
  return (
    <div className={styles.page}>
      <div role="status">
        <Alert type={health.tone} title={health.words} />
      </div>
      <section aria-label="队列" className={styles.part}>
        <Numbers status={status} />
      </section>
      <section aria-labelledby="queue-errors" className={styles.part}>
        <h2 id="queue-errors" className={styles.heading}>
          最近一小时的错误
        </h2>
        <Errors errors={status.lastErrors} />
      </section>
      <div className={styles.pair}>
        <section aria-labelledby="queue-token" className={styles.part}>
          <h2 id="queue-token" className={styles.heading}>
            微信令牌
          </h2>
          <Token token={status.token} now={status.now} />
        </section>
        <section aria-labelledby="queue-workers" className={styles.part}>
          <h2 id="queue-workers" className={styles.heading}>
            发送程序
            <span className={styles.mode}>{status.mode === 'embedded' ? '单机运行' : '多进程运行'}</span>
          </h2>
          <Workers status={status} />
        </section>
      </div>
    </div>
  )
}

import { Alert } from 'antd'
import type { QueueStatus } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { DELIVERY_REASONS } from '../../../../shared/phrases'
import { Card } from '../../ui/Card'
import { Chip } from '../../ui/Chip'
import { count } from '../../ui/count'
import { Numbers } from '../../ui/Numbers'
import { isAlive, lagOf, lengthWords, queueHealth } from './queueHealth'
import { t } from '../../ui/language'
import styles from './QueueView.module.css'

const at = (iso: string): string => formatTableTime(Date.parse(iso))
const since = (iso: string, now: string): string => lengthWords(Math.max(0, Date.parse(now) - Date.parse(iso)))

const numbersOf = (status: QueueStatus) => [
  { name: t('等待发送', 'Waiting'), value: count(status.waiting) },
  { name: t('正在发送', 'Sending'), value: count(status.sending) },
  { name: t('结果未知', 'Unknown'), value: count(status.unknown) },
  { name: t('最近一分钟送出', 'Sent in the last minute'), value: count(status.sentLastMinute) },
  {
    name: t('最早一条已等待', 'Oldest has waited'),
    value: status.oldestDueAt === null ? '—' : lengthWords(lagOf(status)),
  },
]

function Token({ token, now }: { token: QueueStatus['token']; now: string }) {
  if (token === null)
    return (
      <p className={styles.soft}>
        {t('还没有向微信取得令牌，第一次发送时会自动取得。', 'No token from WeChat yet; the first send gets one.')}
      </p>
    )
  const over = Date.parse(token.expiresAt) <= Date.parse(now)
  return (
    <dl className={styles.facts}>
      <div className={styles.fact}>
        <dt>{t('取得于', 'Fetched')}</dt>
        <dd>
          {t(
            `${at(token.refreshedAt)}（${since(token.refreshedAt, now)}前）`,
            `${at(token.refreshedAt)} (${since(token.refreshedAt, now)} ago)`,
          )}
        </dd>
      </div>
      <div className={styles.fact}>
        <dt>{t('有效至', 'Valid until')}</dt>
        <dd>
          {at(token.expiresAt)}{' '}
          {over && <Chip tone="warm">{t('已过期，发送时自动更新', 'expired; the next send renews it')}</Chip>}
        </dd>
      </div>
    </dl>
  )
}

function Workers({ status }: { status: QueueStatus }) {
  if (status.workers.length === 0)
    return <p className={styles.soft}>{t('目前没有登记的发送程序。', 'No worker has registered.')}</p>
  return (
    <ul className={styles.list} aria-label={t('发送程序', 'Workers')}>
      {status.workers.map((worker) => (
        <li key={worker.id} className={styles.row}>
          <span className={styles.id}>{worker.id}</span>
          <span className={styles.soft}>{t(`启动于 ${at(worker.startedAt)}`, `started ${at(worker.startedAt)}`)}</span>
          <Chip tone={isAlive(worker.heartbeatAt, status.now) ? 'good' : 'bad'}>
            {t(
              `${since(worker.heartbeatAt, status.now)}前有响应`,
              `alive ${since(worker.heartbeatAt, status.now)} ago`,
            )}
          </Chip>
        </li>
      ))}
    </ul>
  )
}

function Errors({ errors }: { errors: QueueStatus['lastErrors'] }) {
  if (errors.length === 0)
    return <p className={styles.soft}>{t('最近一小时没有错误。', 'No errors in the last hour.')}</p>
  return (
    <ul className={styles.list} aria-label={t('最近的错误', 'Last errors')}>
      {errors.map(({ reason, count: times, lastAt }) => (
        <li key={reason} className={styles.row}>
          <span className={styles.what}>{t(DELIVERY_REASONS[reason])}</span>
          <span className={styles.soft}>{t(`最近 ${at(lastAt)}`, `last ${at(lastAt)}`)}</span>
          <span className={styles.count}>{t(`${count(times)} 次`, `${count(times)} times`)}</span>
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
      <Card label={t('队列', 'Queue')}>
        <Numbers numbers={numbersOf(status)} />
      </Card>
      <Card title={t('最近一小时的错误', 'Errors of the last hour')}>
        <Errors errors={status.lastErrors} />
      </Card>
      <div className={styles.pair}>
        <Card title={t('微信令牌', 'WeChat token')}>
          <Token token={status.token} now={status.now} />
        </Card>
        <Card
          title={t('发送程序', 'Workers')}
          tools={
            <span className={styles.soft}>
              {status.mode === 'embedded' ? t('单机运行', 'one process') : t('多进程运行', 'several processes')}
            </span>
          }
        >
          <Workers status={status} />
        </Card>
      </div>
    </div>
  )
}

import type { QueueStatus } from '../../../../shared/contract'
import { formatClock, HOUR_MS, MINUTE_MS } from '../../../../shared/domain/time'
import { t } from '../../ui/language'

export interface Health {
  tone: 'success' | 'info' | 'warning' | 'error'
  words: string
}

/** A worker that has not been heard of for so long is taken for dead. */
const HEARTBEAT_LOST_MS = 30_000
/** Waiting longer than this is worth a word. */
const LAG_MS = MINUTE_MS

/** How long what could be sent has been waiting, ms; 0 when nothing is due. */
export function lagOf({ now, oldestDueAt }: Pick<QueueStatus, 'now' | 'oldestDueAt'>): number {
  return oldestDueAt === null ? 0 : Math.max(0, Date.parse(now) - Date.parse(oldestDueAt))
}

export const isAlive = (heartbeatAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(heartbeatAt) < HEARTBEAT_LOST_MS

/** `4 秒`, `3 分钟`, `2 小时 5 分钟` */
export function lengthWords(ms: number): string {
  if (ms < MINUTE_MS) return t(`${Math.floor(ms / 1000)} 秒`, `${Math.floor(ms / 1000)} s`)
  if (ms < HOUR_MS) return t(`${Math.floor(ms / MINUTE_MS)} 分钟`, `${Math.floor(ms / MINUTE_MS)} min`)
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS)
  const hours = Math.floor(ms / HOUR_MS)
  return minutes === 0
    ? t(`${hours} 小时`, `${hours} h`)
    : t(`${hours} 小时 ${minutes} 分钟`, `${hours} h ${minutes} min`)
}

/** Is the queue moving, and if not, why: one sentence for the operator. */
export function queueHealth(status: QueueStatus): Health {
  const lag = lagOf(status)
  if (status.quietUntil !== null && status.waiting > 0) {
    const until = formatClock(Date.parse(status.quietUntil))
    return {
      tone: 'info',
      words: t(
        `安静时段，${status.waiting} 条通知等到 ${until} 再发。`,
        `Quiet hours: ${status.waiting} deliveries wait until ${until}.`,
      ),
    }
  }
  if (
    status.waiting + status.sending > 0 &&
    !status.workers.some((worker) => isAlive(worker.heartbeatAt, status.now))
  ) {
    return {
      tone: 'error',
      words: t(
        '有通知等待发送，但没有发送程序在运行。请检查服务器进程。',
        'Deliveries wait, but no worker runs. Check the server’s processes.',
      ),
    }
  }
  if (lag > LAG_MS && status.sentLastMinute === 0) {
    return {
      tone: 'error',
      words: t(
        `发送停滞：最早的一条已等待 ${lengthWords(lag)}，最近一分钟没有送出。请看下方的错误。`,
        `Sending stands still: the oldest has waited ${lengthWords(lag)}, and nothing was sent in the last minute. See the errors below.`,
      ),
    }
  }
  if (lag > LAG_MS)
    return {
      tone: 'warning',
      words: t(
        `发送较慢：最早的一条已等待 ${lengthWords(lag)}。`,
        `Sending is slow: the oldest has waited ${lengthWords(lag)}.`,
      ),
    }
  if (status.waiting + status.sending > 0)
    return { tone: 'success', words: t('正在发送，没有积压。', 'Sending, nothing piles up.') }
  return { tone: 'success', words: t('没有等待发送的通知。', 'Nothing waits to be sent.') }
}

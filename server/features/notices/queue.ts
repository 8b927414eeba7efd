import type { QueueStatus } from '../../../shared/contract'
import { quietUntil } from '../../../shared/domain/noticeRules'
import { HOUR_MS, MINUTE_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import type { NoticeRulesStore } from './portsDesk'
import type { QueueStore } from './portsQueue'
import { iso, isoOrNull } from './presenter'

export interface QueueDeps {
  queue: QueueStore
  rules: NoticeRulesStore
  clock: Clock
  mode: QueueStatus['mode']
}

/** How the engine is doing, from the rows alone: whichever process sends, and from whichever one it is asked. */
export async function showQueue({ queue, rules, clock, mode }: QueueDeps): Promise<QueueStatus> {
  const now = clock.now()
  const [figures, { quietHours }] = await Promise.all([queue.figures(now, MINUTE_MS, HOUR_MS), rules.read()])
  const { workers, token, errors, oldestDueAt, sentSince, ...counts } = figures
  return {
    now: iso(now),
    mode,
    workers: workers.map(({ id, startedAt, heartbeatAt }) => ({
      id,
      startedAt: iso(startedAt),
      heartbeatAt: iso(heartbeatAt),
    })),
    ...counts,
    oldestDueAt: isoOrNull(oldestDueAt),
    sentLastMinute: sentSince,
    token: token && { refreshedAt: iso(token.refreshedAt), expiresAt: iso(token.expiresAt) },
    quietUntil: isoOrNull(quietUntil(quietHours, now)),
    lastErrors: errors.map(({ reason, count, lastAt }) => ({ reason, count, lastAt: iso(lastAt) })),
  }
}

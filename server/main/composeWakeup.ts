import { createInProcessWakeup, type Wakeup } from '../delivery'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Settings } from './settings'

export interface WakeupParts {
  settings: Settings
  clock: Clock
  logger: Logger
}

/** Within this process, or by `REDIS_URL` across all processes that share it. */
export async function composeWakeup({ settings, clock, logger }: WakeupParts): Promise<Wakeup> {
  const { REDIS_URL } = settings.environment
  if (REDIS_URL === undefined) return createInProcessWakeup(clock)
  // A house without Redis does not carry its libraries: 25 MB.
  const { createRedisWakeup } = await import('../wakeup')
  return createRedisWakeup({ url: REDIS_URL, clock, logger })
}

/** Which openings other web processes have counted; null without Redis. */
export async function composeOpenings({ settings, clock, logger }: WakeupParts) {
  const { REDIS_URL } = settings.environment
  if (REDIS_URL === undefined) return null
  const { createSharedOpenings } = await import('../wakeup')
  return createSharedOpenings({ url: REDIS_URL, clock, logger })
}

/** With `REDIS_URL` the web processes leave sending to the workers, so that each can be added and stopped by itself. */
export const webSends = ({ environment }: Settings): boolean => environment.REDIS_URL === undefined

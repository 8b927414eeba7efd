import { RETENTION_DAYS } from '../../shared/domain/retention'
import { HOUR_MS, MINUTE_MS } from '../../shared/domain/time'
import { keepNoLonger, type BinPurge, type FileDeps } from '../features/retention'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createRetentionStore } from '../store/repositories/retention'
import type { Settings } from './settings'

export interface RetentionParts {
  settings: Settings
  database: Database
  clock: Clock
  logger: Logger
  bin: BinPurge
  files: FileDeps
}

/** Every web process looks once an hour; the work is done once a day by one of them. */
export function composeRetention({ settings, database, clock, logger, bin, files }: RetentionParts) {
  const { KEEP_ANSWERS_DAYS: answers, KEEP_DELIVERIES_DAYS: deliveries } = settings.environment
  const deps = {
    store: createRetentionStore(database),
    bin,
    files,
    days: { ...RETENTION_DAYS, answers, deliveries },
    clock,
    logger,
  }
  let timer: NodeJS.Timeout | undefined
  let working: Promise<unknown> = Promise.resolve()
  const look = () => {
    working = keepNoLonger(deps).catch((error: unknown) => {
      logger.warn({ err: error }, 'what is kept long enough could not be looked at')
    })
    timer = setTimeout(look, HOUR_MS)
  }

  return {
    start() {
      timer = setTimeout(look, MINUTE_MS)
    },
    /** Returns when work that has begun is over. */
    async stop() {
      clearTimeout(timer)
      await working
    },
  }
}

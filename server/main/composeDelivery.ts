import { createEngine, type Messenger, type Wakeup } from '../delivery'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createLedger } from '../store/ledger'
import type { Settings } from './settings'

export interface DeliveryParts {
  settings: Settings
  database: Database
  clock: Clock
  logger: Logger
  messenger: Messenger
  wakeup: Wakeup
}

/** The engine on its ledger. */
export function composeDelivery({ settings, database, clock, logger, messenger, wakeup }: DeliveryParts) {
  const ledger = createLedger(database)
  const { SEND_CONCURRENCY, SEND_RATE } = settings.environment
  const engine = createEngine({
    ledger,
    messenger,
    clock,
    wakeup,
    logger,
    settings: {
      concurrency: SEND_CONCURRENCY,
      connections: Math.ceil(SEND_CONCURRENCY / 2),
      ratePerSecond: SEND_RATE ?? null,
    },
  })
  return { ledger, engine }
}

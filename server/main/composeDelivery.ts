import { connectionsFor, createEngine, DEFAULT_SETTINGS, type Ledger, type Messenger, type Wakeup } from '../delivery'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createLedger } from '../store/ledger'
import { createPreparationPosition } from '../store/repositories/preparationPosition'
import type { Chunks } from '../wakeup'
import type { Settings } from './settings'

export interface DeliveryParts {
  settings: Settings
  database: Database
  clock: Clock
  logger: Logger
  messenger: Messenger
  wakeup: Wakeup
}

/** By `REDIS_URL` workers hand each other the chunks of preparation; without it each engine prepares for itself. */
async function composeChunks(
  { settings, database, clock, logger, wakeup }: DeliveryParts,
  ledger: Ledger,
): Promise<Chunks> {
  const { REDIS_URL } = settings.environment
  if (REDIS_URL === undefined) return { ledger, close: () => Promise.resolve() }
  const { handOutChunks } = await import('../wakeup')
  const positionOf = createPreparationPosition(database)
  return handOutChunks({ url: REDIS_URL, ledger, positionOf, wakeup, clock, logger, size: DEFAULT_SETTINGS.chunk })
}

/** The engine on its ledger. `isWorker`: a process of its own for sending, beside others. */
export async function composeDelivery(parts: DeliveryParts, { isWorker = false } = {}) {
  const { settings, database, clock, logger, messenger, wakeup } = parts
  const ledger = createLedger(database)
  const chunks = isWorker ? await composeChunks(parts, ledger) : null
  const { SEND_CONCURRENCY, SEND_RATE } = settings.environment
  const engine = createEngine({
    ledger: chunks?.ledger ?? ledger,
    messenger,
    clock,
    wakeup,
    logger,
    settings: {
      concurrency: SEND_CONCURRENCY,
      connections: connectionsFor(SEND_CONCURRENCY),
      ratePerSecond: SEND_RATE ?? null,
    },
  })
  const stop = async () => void (await Promise.all([chunks?.close(), engine.stop()]))
  return { ledger, engine: { ...engine, stop } }
}

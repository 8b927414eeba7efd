import { setTimeout as wait } from 'node:timers/promises'
import { probes } from '../http/probes'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { compose, type House } from './compose'
import { databaseAnswers } from './databaseAnswers'
import { listen } from './listen'
import type { Settings } from './settings'
import { bringUpToDate, openStore } from './store'

const PATIENCE_MS = 10_000

export interface WebOptions {
  settings: Settings
  clock: Clock
  logger: Logger
  /** Run missing migrations first. */
  migrate: boolean
  seed: boolean
  /** Called when the server is to be stopped and started again: an administrator asked for a restore. */
  restart?: () => void
}

export interface RunningWeb {
  port: number
  setupCode: string | null
  database: Database
  /**
   * Says that it is about to stop, serves on for `DRAIN_MS`, stops listening, lets answers and sends under way come to their end, and closes
   * the database.
   */
  stop(): Promise<void>
}

/** Starts the whole product in this process. Throws `StartError` and leaves nothing open when it cannot. */
export async function startWeb({
  settings,
  clock,
  logger,
  migrate,
  seed,
  restart = () => undefined,
}: WebOptions): Promise<RunningWeb> {
  const { PORT, HOST, DRAIN_MS } = settings.environment
  const listener = await listen(PORT, HOST)
  let database: Database | undefined
  let house: House
  try {
    database = await openStore(settings.databaseUrl)
    await bringUpToDate(database, migrate && settings)
    house = await compose({ settings, database, clock, logger, port: listener.port, seed, restart })
  } catch (error) {
    await listener.close(0)
    await database?.close()
    throw error
  }
  const opened = database
  let draining = false
  house.start()
  listener.serve(probes({ isDraining: () => draining, canServe: databaseAnswers(opened) }, house.handle))

  return {
    port: listener.port,
    setupCode: house.setupCode,
    database: opened,
    async stop() {
      draining = true
      // Whoever hands out requests learns of it meanwhile; those that still come are answered as ever.
      if (DRAIN_MS > 0) await wait(DRAIN_MS)
      const sent = house.stopSending()
      if (house.sendsToItself) await sent
      await listener.close(PATIENCE_MS)
      await sent
      await house.stop()
      await opened.close()
    },
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineSettings } from '../../server/delivery'
import type { Database } from '../../server/store/database'
import { migrate, openDatabase } from '../../server/store/open'
import { createMigratedDatabase } from '../support/databases'
import { PATIENCE_MS } from '../support/until'
import { addAudience, decideNotice, neverPause, type Person } from './audience'
import { balancesOf, judge, rowsOf, type Evidence, type Verdict } from './check'
import { downloadExports } from './export'
import { Fleet, type FleetSetup } from './fleet'
import type { RunOptions } from './options'
import { startStandIn, type StandIn } from './standIn'

export interface SceneOptions extends RunOptions {
  settings?: Partial<EngineSettings>
  timeoutMs?: number
  latencyMs?: number
  clockOffsets?: number[]
  /** A database that the run looks after itself. */
  databaseUrl?: string
  redisUrl?: string
  /** The database's clock, as workers ask for it, can be put forward and back; see `stepDatabaseClock`. */
  databaseClockSteps?: boolean
  /** No notice yet: it is decided when an article is published. */
  undecided?: boolean
}

/** Short enough for a run to see many deaths; the product's own lease is twenty seconds. */
export const QUICK: Partial<EngineSettings> = {
  leaseMs: 3_000,
  heartbeatMs: 300,
  pollMs: 200,
  chunk: 100,
  drainMs: 10_000,
}

const LOOK_MS = 100
/** Nothing moved for so long: whoever is left now is lost. */
const STILL_MS = 45_000

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Waits until `check` holds; false when it did not within `patienceMs`. */
export async function eventually(check: () => boolean | Promise<boolean>, patienceMs = PATIENCE_MS): Promise<boolean> {
  const giveUpAt = Date.now() + patienceMs
  while (!(await check())) {
    if (Date.now() > giveUpAt) return false
    await pause(LOOK_MS / 4)
  }
  return true
}

export interface Scene {
  folder: string
  database: Database
  databaseUrl: string
  standIn: StandIn
  fleet: Fleet
  people: Person[]
  concurrency: number
  /** Sends on the wire at once, of each worker. */
  connections: number
  states(): Promise<Record<string, number>>
  /** Waits until the notice is over, or until nothing has moved for long. */
  over(stillMs?: number): Promise<void>
  judge(more: Pick<Evidence, 'unknownBound' | 'left'>): Promise<Verdict>
  close(): Promise<void>
}

/** A database with its audience, a stand-in of WeChat and a fleet that is not started yet. */
export async function openScene(options: SceneOptions): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'association-crash-'))
  const fresh = options.databaseUrl === undefined ? await createMigratedDatabase(options.db) : null
  const databaseUrl = options.databaseUrl ?? fresh?.url ?? ''
  const database = await openDatabase(databaseUrl)
  await migrate(database)
  await neverPause(database)
  if (options.databaseClockSteps === true) {
    await database.migrations.query('CREATE TABLE crash_clock (ahead_ms BIGINT NOT NULL)')
    await database.migrations.query('INSERT INTO crash_clock VALUES (0)')
  }
  const standIn = await startStandIn(folder, 0)
  const people = await addAudience(database, standIn, options.recipients)
  if (options.undecided !== true) await decideNotice(database)
  const concurrency = options.settings?.concurrency ?? 8
  const connections = options.settings?.connections ?? Math.max(1, Math.ceil(concurrency * 0.75))
  const setup: FleetSetup = {
    databaseUrl,
    wechatUrl: standIn.url,
    settings: { ...QUICK, concurrency, connections, ...options.settings },
    redisUrl: options.redisUrl ?? null,
    timeoutMs: options.timeoutMs ?? 12_000,
    bug: options.bug,
    clockOffsets: options.clockOffsets,
    databaseClockSteps: options.databaseClockSteps ?? false,
  }
  const fleet = new Fleet(folder, setup)
  await standIn.latency(options.latencyMs ?? 20)

  async function states(): Promise<Record<string, number>> {
    const rows = (await database.read.query('SELECT state, COUNT(*) AS count FROM delivery GROUP BY state')) as {
      state: string
      count: number | string
    }[]
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
  }
  async function isOver(): Promise<boolean> {
    const rows = (await database.read.query('SELECT finished_at FROM notice')) as { finished_at: unknown }[]
    return rows.every((row) => row.finished_at !== null)
  }

  return {
    folder,
    database,
    databaseUrl,
    standIn,
    fleet,
    people,
    concurrency,
    connections,
    states,
    async over(stillMs = STILL_MS) {
      let seen = ''
      let since = Date.now()
      // a database that is away for a moment is looked at again
      while (!(await isOver().catch(() => false))) {
        const now = JSON.stringify([await states().catch(() => null), standIn.accepted().length])
        if (now !== seen) {
          seen = now
          since = Date.now()
        }
        if (Date.now() - since > stillMs) return
        await pause(LOOK_MS)
      }
    },
    judge: async (more) =>
      judge({
        people,
        accepted: standIn.accepted(),
        exported: await downloadExports(database, databaseUrl, options.bug),
        rows: await rowsOf(database),
        balances: await balancesOf(database),
        lives: fleet.lives().map(({ worker: { killed }, life }) => ({ killed, life })),
        ...more,
      }),
    async close() {
      await fleet.killAll()
      await standIn.stop()
      await database.close()
      await fresh?.drop()
      // traces and WeChat's list, for whoever wants to see how a run went
      if (process.env['CRASH_KEEP'] === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

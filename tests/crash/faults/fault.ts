import type { Verdict } from '../check'
import type { RunOptions } from '../options'
import { openScene, type Scene, type SceneOptions } from '../scene'

export interface FaultResult extends Omit<Verdict, 'ok'> {
  run: string
  db: string
  workers: number
  recipients: number
  seed: number
  /** What the run itself counted. */
  seen: Record<string, number>
  seconds: number
  /** The fault did not happen, so nothing is shown. */
  void: boolean
  ok: boolean
}

export interface FaultOptions extends RunOptions {
  /** How often the fault strikes; each has its own number when this is not given. */
  times?: number
}

/** What a fault did while the notice went out. */
export interface Struck {
  /** Most deliveries that may be unknown because of it. */
  unknownBound: number
  seen?: Record<string, number>
  /** A promise beside "everyone once", such as "one refresh a revocation". */
  held?: boolean
  void?: boolean
  left?: Map<string, number>
}

/** Long enough for a slow machine to keep it: where nobody is to die, nobody is to be taken for dead. */
const LEASE_MS = 20_000

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Sends a notice while a fault strikes again and again, lets it come to its end, and compares. */
export async function faultRun(
  name: string,
  options: FaultOptions,
  strike: (scene: Scene) => Promise<Struck>,
  more: Partial<SceneOptions> = {},
): Promise<FaultResult> {
  const started = Date.now()
  const scene = await openScene({ ...options, ...more, settings: { leaseMs: LEASE_MS, ...more.settings } })
  try {
    await scene.fleet.start(options.workers)
    const { unknownBound, seen = {}, held = true, left, ...struck } = await strike(scene)
    await scene.standIn.latency(2)
    await scene.over()
    await scene.fleet.stop()
    const { ok, ...verdict } = await scene.judge({ unknownBound, left })
    const errors = scene.fleet.lives().reduce((sum, { life }) => sum + life.failed, 0)
    return {
      run: name,
      db: options.db,
      workers: options.workers,
      recipients: scene.people.length,
      seed: options.seed,
      ...verdict,
      seen: { ...seen, ledger_errors: errors },
      seconds: Math.round((Date.now() - started) / 1_000),
      void: struck.void ?? false,
      ok: ok && held,
    }
  } finally {
    await scene.close()
  }
}

/** How many WeChat has taken so far. */
export const acceptedCount = (scene: Scene): number => scene.standIn.accepted().length

/** How many are still to be sent. */
export async function pendingCount(scene: Scene): Promise<number> {
  const states = await scene.states()
  return states['pending'] ?? 0
}

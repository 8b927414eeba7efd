import type { Verdict } from './check'
import type { RunOptions } from './options'
import { createRandom, type Random } from './random'
import { resumedAfter } from './resumed'
import { openScene, type Scene, type SceneOptions } from './scene'
import { MOMENTS, type Moment } from './worker/orders'

export interface KillingResult extends Omit<Verdict, 'ok'> {
  run: string
  db: string
  workers: number
  recipients: number
  seed: number
  kills: number
  /** The part of the kills that came while a send was begun and its outcome not yet on record. */
  in_flight_share: number
  /** From a kill (after preparation) to the next send that WeChat took: the longest and the median, seconds. */
  resumed_s: number
  resumed_median_s: number
  /** How long WeChat was told to take for each answer (a token's too) at the longest of these waits, seconds. */
  resumed_line_s: number
  /** What the fleet wrote down in the longest of these waits. */
  resumed_while: Record<string, number>
  /** How many kills came at which moment. */
  moments: Record<string, number>
  /** Workers that were declared dead while they lived. */
  buried_alive: number
  seconds: number
  /** Too few kills, or too few of them with a send in flight: it shows nothing. */
  void: boolean
  ok: boolean
}

const LEAST_IN_FLIGHT = 0.3
/** Two of these must fit into the time that a worker waits for an answer. */
const LONGEST_LATENCY_MS = 4_000
/** A moment that does not come is replaced by a kill from outside. */
const PATIENCE_MS = 4_000

type Blow = Moment | 'random'

/** The moments of a run, shuffled: preparation at the start, where it happens, and then all others in equal parts. */
function plan(kills: number, random: Random, only?: Moment[]): { early: number; rest: Blow[] } {
  if (only !== undefined) {
    const early = only.includes('preparing') ? kills : 0
    return { early, rest: Array.from({ length: kills - early }, () => random.pick(only)) }
  }
  const early = Math.min(3, Math.floor(kills / 5))
  const others: Blow[] = [...MOMENTS.filter((moment) => moment !== 'preparing'), 'random']
  const rest = Array.from({ length: kills - early }, (_, at) => others[at % others.length] ?? 'random')
  for (let at = rest.length - 1; at > 0; at -= 1) {
    const other = random.whole(0, at)
    ;[rest[at], rest[other]] = [rest[other] ?? 'random', rest[at] ?? 'random']
  }
  return { early, rest }
}

/** Slow enough for the audience to last until the last kill, quick enough to be done soon after. */
function latencyFor(
  scene: Scene,
  workers: number,
  left: { people: number; kills: number; killMs: number; leastMs: number },
): number {
  const { people, kills, killMs, leastMs } = left
  const told = Math.max(people * 0.2, people - kills * scene.concurrency)
  const ms = (kills * killMs * workers * scene.concurrency) / Math.max(1, told * 0.8)
  return Math.round(Math.min(LONGEST_LATENCY_MS, Math.max(leastMs, ms)))
}

const seconds = (ms: number): number => Math.round(ms / 10) / 100

export interface KillingOptions extends RunOptions {
  name?: string
  /** Only these moments, for a planted bug that shows at one of them. */
  moments?: Moment[]
  scene?: Partial<SceneOptions>
  /** Faults of the line to order before the start. */
  prelude?: (scene: Scene) => Promise<{ unknown: number }>
  /** How long nothing may move at the end. */
  stillMs?: number
}

/** Kills workers again and again while a notice goes out, lets it come to its end, and compares. */
export async function killingRun(options: KillingOptions): Promise<KillingResult> {
  const started = Date.now()
  const random = createRandom(options.seed)
  // each kill may leave as many unknown as a process marks: the audience must be larger than all of them
  const roomy = Math.floor(options.recipients / Math.max(1, options.kills) / 6)
  const concurrency = Math.max(2, Math.min(16, roomy))
  const scene = await openScene({
    ...options,
    settings: { concurrency, chunk: Math.max(10, Math.ceil(options.recipients / 8)) },
    ...options.scene,
  })
  const killedAt: number[] = []
  try {
    const ordered = (await options.prelude?.(scene)) ?? { unknown: 0 }
    let killMs = 900
    let lineMs = 0
    const lineAt = new Map<number, number>()
    const adapt = async (people: number): Promise<void> => {
      const kills = options.kills - killedAt.length
      const leastMs = options.scene?.latencyMs ?? 10
      lineMs = latencyFor(scene, options.workers, { people, kills, killMs, leastMs })
      await scene.standIn.latency(lineMs)
    }
    await adapt(scene.people.length)
    const { early, rest } = plan(options.kills, random, options.moments)
    for (let nth = 1; nth <= early; nth += 1) {
      // one alone, and each time a little further on
      await scene.fleet.startToDie(0, 'preparing', nth, PATIENCE_MS)
      killedAt.push(Date.now())
    }
    await scene.fleet.start(options.workers)
    for (const moment of rest) {
      const { pending = 0 } = await scene.states()
      if (killedAt.length > early && pending === 0) break
      if (pending > 0) await adapt(pending)
      const begun = Date.now()
      const victim = scene.fleet.workers[random.whole(0, options.workers - 1)]
      if (victim === undefined) break
      if (moment === 'random') {
        await new Promise((done) => setTimeout(done, random.whole(20, 400)))
        await scene.fleet.kill(victim)
      } else {
        await scene.fleet.killAt(victim, moment, random.whole(1, 6), PATIENCE_MS)
      }
      const dead = Date.now()
      killedAt.push(dead)
      lineAt.set(dead, lineMs)
      await scene.fleet.startIn(victim.place)
      killMs = killMs * 0.8 + (Date.now() - begun) * 0.2
    }
    await scene.standIn.latency(options.scene?.latencyMs ?? 2)
    await scene.over(options.stillMs)
    await scene.fleet.stop()

    const lives = scene.fleet.lives()
    const dead = lives.filter(({ worker }) => worker.killed)
    const inFlight = dead.filter(({ life }) => life.inFlight > 0).length
    const share = dead.length === 0 ? 0 : inFlight / dead.length
    const moments: Record<string, number> = {}
    for (const { life } of dead) {
      const name = life.diedAt ?? 'random'
      moments[name] = (moments[name] ?? 0) + 1
    }
    const { longest, median, during, from } = resumedAfter(killedAt.slice(early), lives)
    const bound = dead.length * scene.concurrency + ordered.unknown
    const { ok, ...verdict } = await scene.judge({ unknownBound: bound })
    return {
      run: options.name ?? (options.bug === null ? 'kills' : `bug:${options.bug}`),
      db: options.db,
      workers: options.workers,
      recipients: options.recipients,
      seed: options.seed,
      kills: dead.length,
      in_flight_share: Math.round(share * 100) / 100,
      ...verdict,
      resumed_s: seconds(longest),
      resumed_median_s: seconds(median),
      resumed_line_s: seconds(lineAt.get(from ?? 0) ?? 0),
      resumed_while: during,
      moments,
      buried_alive: lives.reduce((sum, { worker, life }) => sum + (worker.killed ? 0 : life.buried), 0),
      seconds: Math.round((Date.now() - started) / 1_000),
      void:
        dead.length < options.kills || (options.moments === undefined && options.kills > 0 && share < LEAST_IN_FLIGHT),
      ok,
    }
  } finally {
    await scene.close()
  }
}

import { createRandom } from '../random'
import { resumedAfter } from '../resumed'
import { eventually, QUICK, type Scene } from '../scene'
import type { Order } from '../standIn'
import { acceptedCount, faultRun, type FaultOptions } from './fault'

const OUTAGES: Order[] = [
  { kind: 'black_hole', accepted: true },
  { kind: 'black_hole', accepted: false },
  { kind: 'reset_after_body', accepted: true },
  { kind: 'reset_after_body', accepted: false },
  { kind: 'bad_gateway', accepted: true },
  { kind: 'bad_gateway', accepted: false },
  { kind: 'html', accepted: true },
  { kind: 'html', accepted: false },
  { kind: 'slow_bytes', intervalMs: 1_000 },
  { kind: 'busy', accepted: true },
  { kind: 'busy', accepted: false },
]
const AT_A_TIME = 2

/** Waits for good sends between two faults: a run of failures would, rightly, make the engine pause. */
async function goodSends(scene: Scene, count: number): Promise<void> {
  const before = acceptedCount(scene)
  await eventually(() => acceptedCount(scene) >= before + count)
}

/** Every way in which an answer can fail to come, with the message taken and not, and a line that refuses. */
export const outages = (options: FaultOptions) =>
  faultRun(
    'outages',
    { ...options, recipients: Math.max(options.recipients, 300) },
    async (scene) => {
      let ordered = 0
      for (const order of OUTAGES) {
        await goodSends(scene, 12)
        await scene.standIn.control('/faults', { ...order, count: AT_A_TIME })
        const struck = await eventually(async () => {
          const { faults } = await scene.standIn.control<{ faults: unknown[] }>('/faults', undefined, 'GET')
          return faults.length === 0
        })
        if (struck) ordered += AT_A_TIME
      }
      const kinds = ordered / AT_A_TIME
      // each ordered fault leaves exactly one unknown: nothing less is known, and nothing more was lost sight of
      await eventually(async () => ((await scene.states())['unknown'] ?? 0) === ordered)
      const { unknown = 0 } = await scene.states()
      await goodSends(scene, 12)
      await scene.standIn.control('/faults', { kind: 'refused', durationMs: 1_200 })
      const listens = () =>
        scene.standIn.control('/faults', undefined, 'GET').then(
          () => true,
          () => false,
        )
      await eventually(async () => !(await listens()))
      await eventually(listens)
      return {
        // when a server goes it takes what is on the wire along
        unknownBound: ordered + options.workers * scene.connections,
        held: unknown === ordered,
        void: kinds < OUTAGES.length,
        seen: { ordered, kinds: kinds + 1 },
      }
    },
    // what is not faulty must come in time, on a slow machine too: only the faults are counted
    { timeoutMs: 5_000, latencyMs: 60, settings: { concurrency: 4 } },
  )

/** The token is revoked in mid-run, again and again: one refresh each for the whole fleet, and nobody fails. */
export const tokenRevoked = (options: FaultOptions) => {
  const times = options.times ?? 100
  const random = createRandom(options.seed)
  return faultRun(
    'token-revoked-100',
    { ...options, recipients: Math.max(options.recipients, times * 12) },
    async (scene) => {
      await goodSends(scene, 5)
      let revoked = 0
      while (revoked < times) {
        const before = acceptedCount(scene)
        await scene.standIn.control('/tokens/revoke', { code: random.pick([40001, 40014, 42001]) })
        revoked += 1
        if (!(await eventually(() => acceptedCount(scene) >= before + 4))) break
      }
      const { issued } = await scene.standIn.control<{ issued: number }>('/tokens', undefined, 'GET')
      return {
        unknownBound: 0,
        // the first one, and one for each revocation
        held: issued <= revoked + 1,
        void: revoked < times,
        seen: { revoked, tokens_issued: issued },
      }
    },
    { latencyMs: 30 },
  )
}

/**
 * The token is revoked, and whoever takes the right to ask for a new one is killed while it asks: the others ask in its
 * place a moment later, and nobody fails.
 */
export const tokenHolderKilled = (options: FaultOptions) => {
  const times = options.times ?? 20
  return faultRun(
    'token-holder-killed',
    { ...options, recipients: Math.max(options.recipients, times * 60), workers: Math.max(2, options.workers) },
    async (scene) => {
      await goodSends(scene, 5)
      const killedAt: number[] = []
      while (killedAt.length < times) {
        const { workers } = scene.fleet
        for (const worker of workers) worker.tell({ kind: 'die_at', moment: 'token', nth: 1 })
        await scene.standIn.control('/tokens/revoke', { code: 40001 })
        const dead = () => workers.filter(({ child }) => child.signalCode !== null)
        if (!(await eventually(() => dead().length > 0))) break
        killedAt.push(Date.now())
        for (const worker of workers) worker.tell({ kind: 'disarm' })
        await Promise.all(dead().map(({ place }) => scene.fleet.startIn(place)))
        await goodSends(scene, 5)
      }
      const { longest, median } = resumedAfter(killedAt, scene.fleet.lives())
      return {
        unknownBound: scene.fleet.all.length * scene.concurrency,
        void: killedAt.length < times,
        seen: { killed: killedAt.length, resumed_ms: longest, resumed_median_ms: median },
      }
    },
    { latencyMs: 60, settings: { leaseMs: QUICK.leaseMs } },
  )
}

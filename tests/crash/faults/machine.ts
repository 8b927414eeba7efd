import { createRandom } from '../random'
import { eventually, QUICK, type Scene } from '../scene'
import { acceptedCount, faultRun, pause, pendingCount, type FaultOptions } from './fault'

const HOUR_MS = 3_600_000
const LEASES = 10

/** A process stands still for ten leases with sends in hand, and goes on as if nothing had happened. */
export const sigstop = (options: FaultOptions) => {
  const times = options.times ?? 3
  const leaseMs = 1_500
  const random = createRandom(options.seed)
  return faultRun(
    'sigstop',
    { ...options, recipients: Math.max(options.recipients, times * 250), workers: Math.max(2, options.workers) },
    async (scene) => {
      let stops = 0
      for (; stops < times; stops += 1) {
        const before = acceptedCount(scene)
        await eventually(() => acceptedCount(scene) > before + 10)
        const sleeper = scene.fleet.workers[random.whole(0, scene.fleet.workers.length - 1)]
        sleeper?.child.kill('SIGSTOP')
        await pause(leaseMs * LEASES)
        sleeper?.child.kill('SIGCONT')
      }
      return { unknownBound: stops * scene.concurrency, seen: { stops } }
    },
    { latencyMs: 400, settings: { leaseMs, heartbeatMs: 150, concurrency: 8 } },
  )
}

async function stepAll(scene: Scene, offsetMs: number, sends: number): Promise<void> {
  for (const worker of scene.fleet.workers) worker.tell({ kind: 'clock', offsetMs })
  const before = acceptedCount(scene)
  await eventually(() => acceptedCount(scene) >= before + sends)
}

/** The clock of every worker jumps by an hour and by a day, forth and back; and each worker's on its own. */
export const clockStep = (options: FaultOptions) =>
  faultRun(
    'clock-step',
    { ...options, recipients: Math.max(options.recipients, 400) },
    async (scene) => {
      const steps = [HOUR_MS, 24 * HOUR_MS, 0, -HOUR_MS, -24 * HOUR_MS, 0]
      for (const offset of steps) await stepAll(scene, offset, 25)
      // one of them alone is a day ahead of the others
      scene.fleet.workers[0]?.tell({ kind: 'clock', offsetMs: 24 * HOUR_MS })
      const before = acceptedCount(scene)
      await eventually(() => acceptedCount(scene) >= before + 25)
      scene.fleet.workers[0]?.tell({ kind: 'clock', offsetMs: 0 })
      return { unknownBound: 0, seen: { steps: steps.length + 2 } }
    },
    // prepared by a worker that is an hour ahead, which is then put right
    { latencyMs: 60, clockOffsets: [HOUR_MS, HOUR_MS, HOUR_MS, HOUR_MS] },
  )

const stepDatabaseClock = ({ database }: Scene, aheadMs: number) =>
  database.write(async (manager) => void (await manager.query('UPDATE crash_clock SET ahead_ms = ?', [aheadMs])))

/**
 * The database's clock, by which leases and send slots run, jumps by an hour and by a day, forth and back: nobody who
 * lives is taken for dead, nothing stops, and who dies just before it is put back by a day is found all the same.
 */
export const databaseClockStep = (options: FaultOptions) =>
  faultRun(
    'database-clock-step',
    { ...options, recipients: Math.max(options.recipients, 700), workers: Math.max(2, options.workers) },
    async (scene) => {
      const moves = async (sends: number) => {
        const before = acceptedCount(scene)
        return eventually(() => acceptedCount(scene) >= before + sends)
      }
      let steps = 0
      let moved = await moves(10)
      for (const aheadMs of [HOUR_MS, 24 * HOUR_MS, 0, -HOUR_MS, 0]) {
        await stepDatabaseClock(scene, aheadMs)
        steps += 1
        // longer than a lease: by then everybody would have been buried who can be
        moved = (await moves(25)) && moved
        await pause(QUICK.leaseMs ?? 0)
      }
      const left = await pendingCount(scene)
      const [victim] = scene.fleet.workers
      if (victim !== undefined) await scene.fleet.killAt(victim, 'accepted', 1, 4_000)
      await stepDatabaseClock(scene, -24 * HOUR_MS)
      await scene.fleet.startIn(0)
      const buried = scene.fleet.lives().reduce((sum, { life }) => sum + life.buried, 0)
      return {
        unknownBound: scene.concurrency,
        held: moved && buried === 0,
        void: left < scene.concurrency,
        seen: { steps: steps + 1, buried_alive: buried },
      }
    },
    {
      latencyMs: 250,
      databaseClockSteps: true,
      settings: { leaseMs: QUICK.leaseMs, concurrency: 6, ratePerSecond: 25 },
    },
  )

/** Workers are asked to stop and started again, in turn: nothing of theirs is unknown. */
export const sigterm = (options: FaultOptions) => {
  const times = options.times ?? 20
  return faultRun(
    'sigterm',
    { ...options, recipients: Math.max(options.recipients, times * 80) },
    async (scene) => {
      let stopped = 0
      let clean = 0
      // before the first send nobody may have been prepared yet, which looks like nobody left
      await eventually(() => acceptedCount(scene) > 0)
      for (; stopped < times && (await pendingCount(scene)) > 0; stopped += 1) {
        const before = acceptedCount(scene)
        await eventually(() => acceptedCount(scene) >= before + 5)
        const worker = scene.fleet.workers[stopped % scene.fleet.workers.length]
        worker?.child.kill('SIGTERM')
        if ((await worker?.ended) === 0) clean += 1
        await scene.fleet.startIn(worker?.place ?? 0)
      }
      return { unknownBound: 0, held: clean === stopped, void: stopped < times, seen: { stopped, clean } }
    },
    { latencyMs: 800 },
  )
}

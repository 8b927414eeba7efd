import { createRandom } from '../random'
import { eventually, type Scene } from '../scene'
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
        await eventually(() => acceptedCount(scene) > before + 10, 20_000)
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
  await eventually(() => acceptedCount(scene) >= before + sends, 10_000)
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
      await eventually(() => acceptedCount(scene) >= before + 25, 10_000)
      scene.fleet.workers[0]?.tell({ kind: 'clock', offsetMs: 0 })
      return { unknownBound: 0, seen: { steps: steps.length + 2 } }
    },
    // prepared by a worker that is an hour ahead, which is then put right
    { latencyMs: 60, clockOffsets: [HOUR_MS, HOUR_MS, HOUR_MS, HOUR_MS] },
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
      await eventually(() => acceptedCount(scene) > 0, 20_000)
      for (; stopped < times && (await pendingCount(scene)) > 0; stopped += 1) {
        const before = acceptedCount(scene)
        await eventually(() => acceptedCount(scene) >= before + 5, 20_000)
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

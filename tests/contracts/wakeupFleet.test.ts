import type { Wakeup } from '../../server/delivery'
import { systemClock } from '../../server/kernel/clock'
import { silentLogger, type Logger } from '../../server/kernel/logger'
import { createRedisWakeup } from '../../server/wakeup'
import { startRedis, type PrivateRedis } from '../support/redis'
import { until } from '../support/until'

/** Several processes on one Redis; each of these wake-ups has connections of its own, as a process has. */
describe('wake-ups of a fleet', () => {
  let redis: PrivateRedis
  const opened: Wakeup[] = []
  const join = (logger: Logger = silentLogger) => {
    const wakeup = createRedisWakeup({ url: redis.url, clock: systemClock, logger })
    opened.push(wakeup)
    return wakeup
  }
  /** Counts how often this process was woken. */
  const countOf = (wakeup: Wakeup) => {
    const heard = jest.fn()
    wakeup.subscribe(heard)
    return () => heard.mock.calls.length
  }
  /** One wake-up may fall into the moment in which a process connects; one of many may not. */
  const reaches = async (from: Wakeup, counts: (() => number)[]) => {
    const before = counts.map((count) => count())
    await until(
      () => {
        from.notify()
        return Promise.resolve(counts.map((count) => count()))
      },
      (now) => now.every((count, index) => count > (before[index] ?? 0)),
    )
  }

  beforeEach(async () => {
    redis = await startRedis()
  })
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((wakeup) => wakeup.close()))
    await redis.stop()
  })

  it('what one tells, all the others hear', async () => {
    const [teller, ...others] = [join(), join(), join(), join()]
    await reaches(teller as Wakeup, others.map(countOf))
  })

  it('what one has planned wakes the others in time, although the one is gone', async () => {
    const other = join()
    const count = countOf(other)
    const wokenAt: number[] = []
    other.subscribe(() => wokenAt.push(Date.now()))
    /** When it was planned for. The planner is gone before that, though a slow machine takes longer over it. */
    const plan = async (leadMs: number): Promise<number> => {
      const planner = join()
      await reaches(planner, [count])
      const at = Date.now() + leadMs
      planner.schedule(at)
      // told after it was planned, on the same connection: once this is heard, the plan is kept
      await reaches(planner, [count])
      await planner.close()
      return Date.now() < at ? at : plan(leadMs * 3)
    }
    const at = await plan(1_500)
    // what was told before may still be on its way
    await until(
      () => wokenAt.at(-1) ?? 0,
      (last) => last >= at,
    )
  })

  it('goes on after everything in Redis was flushed', async () => {
    const [one, other] = [join(), join()]
    const counts = [one, other].map(countOf)
    await reaches(one, counts)
    one.schedule(Date.now() + 3_600_000)
    await redis.flush()
    await reaches(other, counts)
    one.schedule(Date.now() + 1_200)
    const before = counts.map((count) => count())
    await until(
      () => Promise.resolve(counts.map((count) => count())),
      (now) => now.every((count, index) => count > (before[index] ?? 0)),
    )
  })

  it('says once that Redis is gone, goes on alone meanwhile, and finds it again by itself', async () => {
    const logger = { ...silentLogger, warn: jest.fn(), info: jest.fn() }
    const [one, other] = [join(logger), join()]
    const counts = [one, other].map(countOf)
    await reaches(one, counts)
    await redis.kill()
    await until(
      () => Promise.resolve(logger.warn.mock.calls.length),
      (lines) => lines > 0,
    )
    const alone = counts[0]?.() ?? 0
    for (let times = 0; times < 50; times += 1) one.notify()
    one.schedule(Date.now() + 20)
    expect(counts[0]?.()).toBe(alone + 50)
    await until(
      () => Promise.resolve(counts[0]?.() ?? 0),
      (now) => now > alone + 50,
    )
    expect(logger.info).not.toHaveBeenCalled()

    await redis.restart()
    await reaches(other, counts)
    await reaches(one, counts)
    expect([logger.warn.mock.calls.length, logger.info.mock.calls.length]).toEqual([1, 1])
  })
})

import { silentLogger } from '../../server/kernel/logger'
import { createSharedOpenings } from '../../server/wakeup'
import { createTestClock } from '../support/clock'
import { startRedis, type PrivateRedis } from '../support/redis'
import { until } from '../support/until'

describe('openings that several processes are told of', () => {
  let redis: PrivateRedis
  const clock = createTestClock()
  const opened: { close(): void }[] = []
  const join = () => {
    const shared = createSharedOpenings({ url: redis.url, clock, logger: silentLogger })
    opened.push(shared)
    return shared
  }
  /** Openings of their own until one of them is known the second time: the connection is there. */
  const isThere = (shared: ReturnType<typeof join>) =>
    until(
      async () => (await shared.countedElsewhere(['probe']))[0],
      (known) => known === true,
    )

  beforeEach(async () => {
    redis = await startRedis()
  })
  afterEach(async () => {
    for (const shared of opened.splice(0)) shared.close()
    await redis.stop()
  })

  it('are counted by whoever tells first, also when both tell at once', async () => {
    const [one, two] = [join(), join()]
    await Promise.all([isThere(one), isThere(two)])
    const answers = await Promise.all([one.countedElsewhere(['a', 'b']), two.countedElsewhere(['a', 'b'])])
    for (const at of [0, 1]) expect(answers.filter((known) => known[at] === true)).toHaveLength(1)
    expect(await one.countedElsewhere(['b', 'c'])).toEqual([true, false])
  })

  it('are known in the next minute, and forgotten later', async () => {
    const one = join()
    await isThere(one)
    await one.countedElsewhere(['a'])
    clock.advance(60_000)
    expect(await one.countedElsewhere(['a'])).toEqual([true])
    clock.advance(180_000)
    expect(await one.countedElsewhere(['a'])).toEqual([false])
  })

  it('are counted while Redis is away, and known again when it is back', async () => {
    const one = join()
    await isThere(one)
    await redis.kill()
    expect(await one.countedElsewhere(['a', 'a'])).toEqual([false, false])
    await redis.restart()
    await isThere(one)
    expect(await one.countedElsewhere(['b'])).toEqual([false])
    expect(await one.countedElsewhere(['b'])).toEqual([true])
  })
})

import { createInProcessWakeup, type Wakeup } from '../../server/delivery'
import { systemClock } from '../../server/kernel/clock'
import { newId } from '../../server/kernel/ids'
import { silentLogger } from '../../server/kernel/logger'
import { createRedisWakeup } from '../../server/wakeup'
import { forgetKeys, sharedRedisUrl } from '../support/redis'

/** Every implementation of the port keeps these promises. */
const implementations: [string, () => Wakeup][] = [['in-process', () => createInProcessWakeup(systemClock)]]
const prefix = `test-${newId()}`
if (sharedRedisUrl !== '') {
  afterAll(() => forgetKeys(prefix))
  const parts = { url: sharedRedisUrl, clock: systemClock, logger: silentLogger }
  implementations.push(['BullMQ on Redis', () => createRedisWakeup({ ...parts, prefix })])
}
// the same promises hold while nothing answers where Redis ought to be
const nobody = { url: 'redis://127.0.0.1:1', clock: systemClock, logger: silentLogger }
implementations.push(['BullMQ with Redis gone', () => createRedisWakeup(nobody)])

describe.each(implementations)('wake-ups (%s)', (_name, create) => {
  let wakeup: Wakeup
  beforeEach(() => {
    wakeup = create()
  })
  afterEach(() => wakeup.close())

  const next = () => new Promise<number>((woken) => wakeup.subscribe(() => woken(Date.now())))

  it('reaches everyone who listens', async () => {
    const both = Promise.all([next(), next()])
    wakeup.notify()
    expect(await both).toHaveLength(2)
  })

  it('does not reach who has stopped listening', async () => {
    const heard = jest.fn()
    wakeup.subscribe(heard)()
    const woken = next()
    wakeup.notify()
    await woken
    expect(heard).not.toHaveBeenCalled()
  })

  it('comes at the planned time, not before it', async () => {
    const at = Date.now() + 60
    const woken = next()
    wakeup.schedule(at)
    expect(await woken).toBeGreaterThanOrEqual(at - 2)
  })

  it('comes at the earlier of two planned times', async () => {
    const woken = next()
    wakeup.schedule(Date.now() + 3_600_000)
    wakeup.schedule(Date.now() + 40)
    // not in an hour
    await woken
  })

  it('comes at once when the time has passed, and can be planned for years ahead', async () => {
    const woken = next()
    wakeup.schedule(Date.now() + 5 * 365 * 86_400_000)
    wakeup.schedule(Date.now() - 1)
    await woken
  })
})

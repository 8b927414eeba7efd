import { silentLogger } from '../kernel/logger'
import { Lease } from './lease'
import type { Ledger, StaleWorker } from './ports'
import { DEFAULT_SETTINGS } from './settings'

const settings = { ...DEFAULT_SETTINGS, leaseMs: 20_000, heartbeatMs: 4_000 }

/** A lease on a ledger that a test steers, with a clock that only a test moves. */
function leaseOn(ledger: Partial<Ledger>) {
  const time = { now: 0 }
  const lease = new Lease({
    ledger: { startWorker: () => Promise.resolve('me'), ...ledger } as Ledger,
    clock: { now: () => 0 },
    monotonic: () => time.now,
    logger: silentLogger,
    settings,
  })
  return { lease, time }
}

describe('the right to send', () => {
  it('ends well before anybody may bury this worker, and comes back with the next heartbeat', async () => {
    const { lease, time } = leaseOn({ heartbeat: () => Promise.resolve(true) })
    expect(lease.holds).toBe(false)
    await lease.renew()
    time.now = 14_999
    expect(lease.holds).toBe(true)
    time.now = 15_000
    expect(lease.holds).toBe(false)
    expect(await lease.renew()).toBe(true)
    expect(lease.holds).toBe(true)
  })

  it('is counted from before the heartbeat was asked for, however long the answer takes', async () => {
    const { lease, time } = leaseOn({
      heartbeat: () => {
        time.now += 12_000
        return Promise.resolve(true)
      },
    })
    await lease.renew()
    await lease.renew()
    time.now += 3_000
    expect(lease.holds).toBe(false)
  })

  it('is gone when the worker was buried; the next renewal starts another worker', async () => {
    const { lease } = leaseOn({ heartbeat: () => Promise.resolve(false) })
    await lease.renew()
    expect(await lease.renew()).toBe(false)
    expect([lease.worker, lease.holds]).toEqual([null, false])
    expect(await lease.renew()).toBe(true)
  })
})

describe('a worker looks dead', () => {
  const watching = (stale: () => StaleWorker[]) => {
    const buried: string[] = []
    const { lease, time } = leaseOn({
      staleWorkers: () => Promise.resolve(stale()),
      bury: ({ id }) => {
        buried.push(id)
        return Promise.resolve(1)
      },
    })
    return { lease, time, buried }
  }

  it('and is buried when it stays so for two heartbeats', async () => {
    const { lease, time, buried } = watching(() => [{ id: 'other', heartbeatAt: 5 }])
    await lease.buryDead()
    time.now = 7_999
    await lease.buryDead()
    expect(buried).toEqual([])
    time.now = 8_000
    await lease.buryDead()
    expect(buried).toEqual(['other'])
  })

  // Fails when a stale worker is buried at first sight: a jump of the database's clock would bury everybody.
  it('only because the database’s clock jumped: its next heartbeat saves it', async () => {
    let heartbeatAt = 5
    const { lease, time, buried } = watching(() => [{ id: 'other', heartbeatAt }])
    for (time.now = 0; time.now < 60_000; time.now += 4_000) {
      await lease.buryDead()
      heartbeatAt += 4_000
    }
    expect(buried).toEqual([])
  })

  it('and comes back: being suspected before does not count', async () => {
    let list: StaleWorker[] = [{ id: 'other', heartbeatAt: 5 }]
    const { lease, time, buried } = watching(() => list)
    await lease.buryDead()
    list = []
    await lease.buryDead()
    list = [{ id: 'other', heartbeatAt: 5 }]
    time.now = 9_000
    await lease.buryDead()
    expect(buried).toEqual([])
  })
})

import { createInProcessWakeup, type Ledger, type Wakeup } from '../../server/delivery'
import { systemClock } from '../../server/kernel/clock'
import { silentLogger } from '../../server/kernel/logger'
import type { Database } from '../../server/store/database'
import { createLedger } from '../../server/store/ledger'
import { createPreparationPosition } from '../../server/store/repositories/preparationPosition'
import { createRedisWakeup, handOutChunks } from '../../server/wakeup'
import { openFreshDatabase } from '../support/databases'
import { addMember, addNotice, noticeRow, statesOf } from '../support/ledgerRows'
import { startRedis, type PrivateRedis } from '../support/redis'
import { until } from '../support/until'

const SIZE = 5
const MEMBERS = 63
const CHUNKS = Math.ceil(MEMBERS / SIZE)

/** A worker as far as preparation goes: it looks whenever it is woken, and does what its ledger leaves to it. */
function startWorker(ledger: Ledger, wakeup: Wakeup, close: () => Promise<void>) {
  let looking = Promise.resolve()
  let stopped = false
  const look = () => {
    looking = looking.then(async () => {
      while (!stopped) {
        const noticeId = await ledger.nextToPrepare()
        if (noticeId === null || stopped) return
        await ledger.prepareChunk(noticeId, SIZE, Date.now())
      }
    })
  }
  wakeup.subscribe(look)
  return {
    look,
    async stop() {
      stopped = true
      await looking
      await close()
      await wakeup.close()
    },
  }
}

// One contract for both ways of sharing the work, and for the second one while nothing answers where Redis ought to be.
describe.each(['each for itself', 'BullMQ on Redis', 'BullMQ with Redis gone'] as const)('chunks (%s)', (how) => {
  let database: Database
  let closeDatabase: () => Promise<void>
  let redis: PrivateRedis
  let made: number
  let workers: ReturnType<typeof startWorker>[]
  let buryTheDead: () => void
  let gone: Promise<void>

  beforeEach(async () => {
    const fresh = await openFreshDatabase('mariadb')
    database = fresh.database
    closeDatabase = fresh.close
    redis = await startRedis()
    made = 0
    workers = []
    gone = new Promise((done) => (buryTheDead = done))
  })
  afterEach(async () => {
    buryTheDead()
    await Promise.all(workers.map((worker) => worker.stop()))
    await redis.stop()
    await closeDatabase()
  })

  /** Counts the chunks that added somebody; `die`: a process that ends with a chunk in hand. */
  const ledgerOf = (die = false): Ledger => {
    const ledger = createLedger(database)
    return {
      ...ledger,
      async prepareChunk(...call) {
        if (die) return gone.then(() => ({ added: 0, done: true }))
        const done = await ledger.prepareChunk(...call)
        if (done.added > 0) made += 1
        return done
      },
    }
  }
  const join = (die = false) => {
    const parts = { clock: systemClock, logger: silentLogger }
    const ledger = ledgerOf(die)
    if (how === 'each for itself') {
      workers.push(startWorker(ledger, createInProcessWakeup(systemClock), () => Promise.resolve()))
      return
    }
    const url = how === 'BullMQ on Redis' ? redis.url : 'redis://127.0.0.1:1'
    const wakeup = createRedisWakeup({ url, ...parts })
    const positionOf = createPreparationPosition(database)
    const chunks = handOutChunks({ url, ledger, positionOf, wakeup, size: SIZE, ...parts })
    workers.push(startWorker(chunks.ledger, wakeup, () => chunks.close()))
  }
  const decided = async (): Promise<string> => {
    for (let count = 0; count < MEMBERS; count += 1) await addMember(database, { grants: count % 9 === 0 ? 0 : 1 })
    return addNotice(database)
  }
  const wholeAudience = async (noticeId: string) => {
    await until(
      () => noticeRow(database, noticeId),
      ({ status }) => status === 'running',
      20_000,
    )
    expect(await statesOf(database, noticeId)).toEqual({ pending: 56, skipped: 7 })
  }

  it('several workers make each chunk once, and everybody is in the audience once', async () => {
    const noticeId = await decided()
    for (let count = 0; count < 4; count += 1) join()
    for (const worker of workers) worker.look()
    await wholeAudience(noticeId)
    expect(made).toBe(CHUNKS)
  })

  it('two notices at once get their whole audiences', async () => {
    const first = await decided()
    const second = await addNotice(database, { templateId: 'template-b' })
    join()
    join()
    for (const worker of workers) worker.look()
    await wholeAudience(first)
    await until(
      () => noticeRow(database, second),
      ({ status }) => status === 'running',
      20_000,
    )
    expect(await statesOf(database, second)).toEqual({ skipped: MEMBERS })
  })

  if (how === 'BullMQ on Redis') {
    it('a worker that ends with a chunk in hand keeps nobody waiting for long', async () => {
      join(true)
      const noticeId = await decided()
      workers[0]?.look()
      // it has taken the chunk by now, or the others take it: they must end alike
      join()
      for (const worker of workers.slice(1)) worker.look()
      await wholeAudience(noticeId)
    })

    it('Redis that is flushed and killed in between loses nobody', async () => {
      const noticeId = await decided()
      join()
      join()
      for (const worker of workers) worker.look()
      await until(
        () => Promise.resolve(made),
        (count) => count > 2,
      )
      await redis.flush()
      await until(
        () => Promise.resolve(made),
        (count) => count > 5,
      )
      await redis.kill()
      await wholeAudience(noticeId)
    })
  }
})

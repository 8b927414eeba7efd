import { startRedis, type PrivateRedis } from '../support/redis'
import { buildPrograms, openFleet, removePrograms, type ProductFleet } from './fleet'

const WELL = { code: 0, stderr: '' }

describe('two web processes and two workers on one MariaDB and one Redis', () => {
  let redis: PrivateRedis
  let fleet: ProductFleet
  const open = async (recipients: number, concurrency: number) => {
    fleet = await openFleet({ redisUrl: redis.url, recipients, concurrency })
    return fleet
  }

  beforeAll(buildPrograms)
  beforeEach(async () => {
    redis = await startRedis()
  })
  afterEach(async () => {
    await fleet.clean()
    await redis.stop()
  })
  afterAll(removePrograms)

  const expectOnce = async (noticeId: string) => {
    const { people } = fleet
    const subscribed = people.filter((person) => person.subscribed)
    const reached = subscribed.filter(({ grants }) => grants > 0)
    const states = await fleet.finished(noticeId)
    expect(states).toEqual({ sent: reached.length, skipped: subscribed.length - reached.length })
    expect(fleet.notOnce(noticeId)).toEqual([])
  }

  test('a click in both at once is one notice, and everyone gets it once, with one token for all', async () => {
    await open(300, 8)
    await Promise.all([fleet.startWorker(), fleet.startWorker()])
    const noticeId = await fleet.publish()
    await fleet.acceptedAtLeast(40)
    expect(await fleet.tokensIssued()).toBe(1)
    await fleet.revokeToken()
    await expectOnce(noticeId)
    expect(await fleet.tokensIssued()).toBe(2)
    const ends = await fleet.stop()
    expect(ends).toEqual(ends.map(() => WELL))
  })

  test('Redis is flushed again and again, killed, and comes back empty, while notices go out', async () => {
    await open(600, 8)
    await Promise.all([fleet.startWorker(), fleet.startWorker()])
    const noticeId = await fleet.publish()
    for (const count of [40, 90, 140]) {
      await fleet.acceptedAtLeast(count)
      await redis.flush()
    }
    await redis.kill()
    // decided while nobody can be woken: the workers find it by themselves
    const secondId = await fleet.publish()
    await fleet.acceptedAtLeast(fleet.accepted() + 100)
    await redis.restart()
    await expectOnce(noticeId)
    await expectOnce(secondId)
    const ends = await fleet.stop()
    expect(ends).toEqual(ends.map(() => WELL))
  })

  test('started while Redis is away, they publish and send all the same', async () => {
    await redis.kill()
    await open(60, 8)
    await Promise.all([fleet.startWorker(), fleet.startWorker()])
    await expectOnce(await fleet.publish())
    await redis.restart()
    await expectOnce(await fleet.publish())
    const ends = await fleet.stop()
    expect(ends).toEqual(ends.map(() => WELL))
  })

  test('an event that is to publish itself does so once and in time, and everyone gets its notice once', async () => {
    await open(100, 8)
    await Promise.all([fleet.startWorker(), fleet.startWorker()])
    const { at, noticeId } = await fleet.publishSoon()
    await expectOnce(noticeId)
    expect(Math.min(...fleet.standIn.accepted().map((accepted) => accepted.at))).toBeGreaterThanOrEqual(at)
    const ends = await fleet.stop()
    expect(ends).toEqual(ends.map(() => WELL))
  })

  test('workers that are stopped by SIGTERM one after the other and replaced leave nothing unknown', async () => {
    await open(600, 4)
    const workers = [await fleet.startWorker(), await fleet.startWorker()]
    const noticeId = await fleet.publish()
    for (let stops = 0; stops < 6; stops += 1) {
      await fleet.acceptedAtLeast(20 + stops * 60)
      const oldest = workers.shift()
      oldest?.child.kill('SIGTERM')
      expect(await oldest?.ended).toMatchObject(WELL)
      workers.push(await fleet.startWorker())
    }
    await expectOnce(noticeId)
  })
})

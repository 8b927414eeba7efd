import type { Database } from '../../server/store/database'
import { createTokenStore } from '../../server/store/repositories/wechatTokens'
import { availableDatabases, withDatabase } from '../support/databases'

const NEXT = { token: 'token-1', expiresAt: 9_000, forcedAt: 0, forcedCount: 0 }
const MINUTE_MS = 60_000

/** The database's clock goes on by so much, as far as the right to refresh can tell. */
const later = (database: Database, ms: number) =>
  database.write(async (manager) => {
    await manager.query('UPDATE wechat_token SET refreshing_until = refreshing_until - ?', [ms])
  })

describe.each(availableDatabases)('the right to refresh the token (%s)', (engine) => {
  const withStore = (test: (store: ReturnType<typeof createTokenStore>, database: Database) => Promise<void>) =>
    withDatabase(engine, (database) => test(createTokenStore(database), database))

  it('goes to one of many that ask at once', () =>
    withStore(async (store) => {
      const tickets = await Promise.all(Array.from({ length: 8 }, () => store.lock('app', 0, MINUTE_MS)))
      expect(tickets.filter((ticket) => ticket !== null)).toHaveLength(1)
    }))

  it('is free again once the lease of a holder that was killed has run out', () =>
    withStore(async (store, database) => {
      const first = await store.lock('app', 0, MINUTE_MS)
      expect(await store.lock('app', 0, MINUTE_MS)).toBeNull()
      await later(database, MINUTE_MS)
      const second = await store.lock('app', 0, MINUTE_MS)
      expect(second).not.toBeNull()
      // the first was only slow: it has lost its right, and gives nothing back that is not its own
      expect(await store.hold('app', 0, first ?? 0, MINUTE_MS)).toBeNull()
      await store.unlock('app', 0, first ?? 0)
      expect(await store.lock('app', 0, MINUTE_MS)).toBeNull()
    }))

  it('lasts as long as it is renewed', () =>
    withStore(async (store, database) => {
      let ticket = await store.lock('app', 0, MINUTE_MS)
      for (let minutes = 0; minutes < 3; minutes += 1) {
        await later(database, MINUTE_MS / 2)
        ticket = await store.hold('app', 0, (ticket ?? 0) - MINUTE_MS / 2, MINUTE_MS)
        expect(ticket).not.toBeNull()
      }
      expect(await store.lock('app', 0, MINUTE_MS)).toBeNull()
    }))

  it('ends with the token that it was for, and when it is given back', () =>
    withStore(async (store) => {
      const ticket = await store.lock('app', 0, MINUTE_MS)
      await store.unlock('app', 0, ticket ?? 0)
      expect(await store.lock('app', 0, MINUTE_MS)).not.toBeNull()
      await store.save('app', 0, NEXT, 1_000)
      expect(await store.read('app')).toEqual({ ...NEXT, generation: 1 })
      expect(await store.lock('app', 0, MINUTE_MS)).toBeNull()
      expect(await store.lock('app', 1, MINUTE_MS)).not.toBeNull()
      // an answer that came too late changes nothing
      await store.save('app', 0, { ...NEXT, token: 'late' }, 2_000)
      expect((await store.read('app'))?.token).toBe('token-1')
    }))

  it("is not kept for hours by a holder that died before the database's clock was put back", () =>
    withStore(async (store, database) => {
      await store.lock('app', 0, MINUTE_MS)
      await later(database, -3_600_000)
      expect(await store.lock('app', 0, MINUTE_MS)).not.toBeNull()
    }))
})

import { createLedger } from '../../server/store/ledger'
import type { Database } from '../../server/store/database'
import type { Claim, Ledger } from '../../server/delivery'
import { fromWallClock } from '../../shared/domain/time'
import { availableDatabases, openFreshDatabase } from '../support/databases'
import { addMember, addNotice } from '../support/ledgerRows'
import { databaseClock } from '../support/slots'
import { until } from '../support/until'

const at = (day: number, hour: number) => fromWallClock({ year: 2026, month: 11, day, hour, minute: 0 })
const NOON = at(23, 12)
const RATE = 10
/** What a slot takes at this rate, at least. */
const SLOT_MS = 1_000 / RATE

describe.each(availableDatabases)('the ledger keeps WeChat’s limits for all processes (%s)', (kind) => {
  let database: Database
  let ledger: Ledger
  let close: () => Promise<void>

  beforeEach(async () => {
    const fresh = await openFreshDatabase(kind)
    database = fresh.database
    close = fresh.close
    ledger = createLedger(database)
  })
  afterEach(() => close())

  const prepared = async (members: number) => {
    for (let index = 0; index < members; index += 1) await addMember(database)
    const noticeId = await addNotice(database)
    while (!(await ledger.prepareChunk(noticeId, 500, at(20, 12))).done);
  }
  const claimed = async (worker: string, now = NOON) =>
    (await ledger.claim(worker, 100, now)).claims.map((claim) => claim.deliveryId)

  describe('the day’s quota is used up', () => {
    it('nobody claims until the next day, not even a process that starts anew', async () => {
      await prepared(1)
      const midnight = at(24, 0)
      await ledger.closeUntil(midnight)
      await ledger.closeUntil(NOON)
      const other = createLedger(database)
      const worker = await other.startWorker()
      expect(await other.claim(worker, 5, midnight - 1)).toEqual({ claims: [], passedOver: 0, closedUntil: midnight })
      expect(await other.nextDue(NOON)).toBe(midnight)
      expect(await claimed(worker, midnight)).toHaveLength(1)
    })

    it('of another account does not hold this one', async () => {
      await prepared(1)
      await createLedger(database, 'another').closeUntil(at(24, 0))
      expect(await claimed(await ledger.startWorker())).toHaveLength(1)
    })
  })

  describe('under a rate', () => {
    /** When the next slot begins that nobody has, by the database's clock; 0 before the first was given away. */
    const nextSlot = async () => {
      const rows = await database.read.query<{ next_slot_us: string }[]>('SELECT next_slot_us FROM send_pace')
      return Number(rows[0]?.next_slot_us ?? 0) / 1_000
    }
    /**
     * Claims, and looks whether what was given away lies within what nobody had before and nobody has any more. The
     * clock is read before and after: a slow machine makes the bounds wider, never wrong.
     */
    const claimSlots = async (by: Ledger, worker: string, limit: number): Promise<Claim[]> => {
      const [before, begun] = [await nextSlot(), await databaseClock(database)]
      const { claims } = await by.claim(worker, limit, NOON, RATE)
      const [after, ended] = [await nextSlot(), await databaseClock(database)]
      const starts = claims.map(({ startsInMs = NaN }) => startsInMs)
      expect(after - Math.max(before, begun)).toBeGreaterThanOrEqual(claims.length * SLOT_MS)
      for (const [index, startsInMs] of starts.entries()) {
        expect(ended + startsInMs).toBeGreaterThanOrEqual(Math.max(before, begun) + index * SLOT_MS - 1)
        expect(begun + startsInMs).toBeLessThanOrEqual(after - (claims.length - index) * SLOT_MS + 1)
      }
      return claims
    }

    // Fails when the slots are not kept in the database: each of the two gives away the same ones.
    it('every send of every process has a slot of its own, and no second holds too many', async () => {
      await prepared(60)
      const both = [createLedger(database), createLedger(database)]
      const workers = await Promise.all(both.map((each) => each.startWorker()))
      const begun = await databaseClock(database)
      let given = 0
      while (given < 24) {
        for (const [index, each] of both.entries()) given += (await claimSlots(each, workers[index] ?? '', 3)).length
      }
      expect(((await nextSlot()) - begun) / SLOT_MS).toBeGreaterThanOrEqual(given)
    })

    it('a process that starts anew goes on where the last one stopped', async () => {
      await prepared(30)
      const worker = await ledger.startWorker()
      // so many are given away ahead, however many wait
      expect((await claimSlots(ledger, worker, 30)).length).toBeLessThan(RATE)
      const next = createLedger(database)
      await claimSlots(next, await next.startWorker(), 30)
    })

    it('does not wait for slots that lie in the future of a clock that was put back', async () => {
      await prepared(3)
      const worker = await ledger.startWorker()
      await ledger.claim(worker, 1, NOON, RATE)
      await database.write((manager) => manager.query('UPDATE send_pace SET next_slot_us = next_slot_us + 3600000000'))
      const claims = await until(
        async () => (await ledger.claim(worker, 1, NOON, RATE)).claims,
        ({ length }) => length > 0,
      )
      expect(claims).toHaveLength(1)
    })
  })
})

import { createLedger } from '../../server/store/ledger'
import type { Database } from '../../server/store/database'
import { DeliveryEntity, WorkerEntity } from '../../server/store/entities'
import type { Claim, Ledger } from '../../server/delivery'
import { availableDatabases, openFreshDatabase } from '../support/databases'
import {
  addMember,
  addNotice,
  balanceOf,
  deliveriesOf,
  deliveryOf,
  erase,
  noticeRow,
  statesOf,
  turnOff,
} from '../support/ledgerRows'

const NOW = Date.UTC(2026, 10, 23, 4)

describe.each(availableDatabases)('the ledger hands out deliveries (%s)', (kind) => {
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

  const prepared = async (members: number): Promise<string> => {
    for (let index = 0; index < members; index += 1) await addMember(database)
    const noticeId = await addNotice(database)
    while (!(await ledger.prepareChunk(noticeId, 500, NOW)).done);
    return noticeId
  }

  it('freezes the audience once, however often and by however many a chunk is prepared', async () => {
    for (let index = 0; index < 25; index += 1) await addMember(database, { grants: index % 3 === 0 ? 0 : 2 })
    await addMember(database, { subscribed: false })
    await addMember(database, { topic: 'event_change' })
    const noticeId = await addNotice(database)
    const prepareAll = async () => {
      while (!(await ledger.prepareChunk(noticeId, 4, NOW)).done);
    }
    await Promise.all([prepareAll(), prepareAll()])
    expect(await statesOf(database, noticeId)).toEqual({ pending: 16, skipped: 9 })
    expect((await noticeRow(database, noticeId)).status).toBe('running')
    const [pending] = (await deliveriesOf(database, noticeId)).filter((row) => row.state === 'pending')
    expect(await balanceOf(database, pending?.memberId ?? '')).toBe('1/1/0')
  })

  it('finishes a notice that nobody wants', async () => {
    const noticeId = await prepared(0)
    expect(await ledger.finishDone(NOW)).toBe(1)
    expect(await noticeRow(database, noticeId)).toMatchObject({ status: 'finished', finishedAt: NOW })
  })

  it('goes on where it looked last, and forgets nobody who was put back behind it', async () => {
    await prepared(10)
    const worker = await ledger.startWorker()
    const claim = async () => (await ledger.claim(worker, 3, NOW)).claims.map(({ deliveryId }) => deliveryId)
    const first = await claim()
    await ledger.settle(worker, [{ deliveryId: first[1] ?? '', to: 'pending', notBefore: 0, spend: null }], NOW)
    const later: string[] = []
    for (let ids = await claim(); ids.length > 0; ids = await claim()) later.push(...ids)
    expect(later).toContain(first[1])
    expect(later.length).toBe(8)
    expect(new Set([...first, ...later]).size).toBe(10)
  })

  it('gives each delivery to one of many claimers', async () => {
    const noticeId = await prepared(60)
    const workers = await Promise.all(Array.from({ length: 4 }, () => ledger.startWorker()))
    const claimAll = async (worker: string): Promise<Claim[]> => {
      const mine: Claim[] = []
      for (;;) {
        const { claims } = await ledger.claim(worker, 5, NOW)
        if (claims.length === 0) return mine
        mine.push(...claims)
      }
    }
    const claims = (await Promise.all(workers.map(claimAll))).flat()
    // passing over rows that another claimer holds is no reason to lose them
    claims.push(...(await claimAll(workers[0] ?? '')))
    expect(new Set(claims.map((claim) => claim.deliveryId)).size).toBe(claims.length)
    expect(claims).toHaveLength(60)
    expect(await statesOf(database, noticeId)).toEqual({ sending: 60 })
  })

  it('marks a delivery durably before it hands it out', async () => {
    const noticeId = await prepared(1)
    const worker = await ledger.startWorker()
    const { claims } = await ledger.claim(worker, 10, NOW)
    const [row] = await deliveriesOf(database, noticeId)
    expect(row).toMatchObject({ id: claims[0]?.deliveryId, state: 'sending', workerId: worker, sendingAt: NOW })
    expect(row?.openKey).toBe(`${row?.memberId}:template-a`)
  })

  it('does not hand out what is not due, or what belongs to a notice that was paused', async () => {
    const noticeId = await prepared(2)
    const worker = await ledger.startWorker()
    const due = (at: number) => database.write((manager) => manager.query('UPDATE delivery SET not_before = ?', [at]))
    await due(NOW + 1)
    expect((await ledger.claim(worker, 10, NOW)).claims).toEqual([])
    await due(NOW)
    await database.write((manager) => manager.query("UPDATE notice SET status = 'paused' WHERE id = ?", [noticeId]))
    expect((await ledger.claim(worker, 10, NOW)).claims).toEqual([])
  })

  it('keeps back a second delivery of the same template while the first is open, and lets it go when that is settled', async () => {
    const memberId = await addMember(database, { openid: 'o-1', grants: 2 })
    const [first, second] = [await addNotice(database), await addNotice(database)]
    for (const id of [first, second]) await ledger.prepareChunk(id, 10, NOW)
    const worker = await ledger.startWorker()

    const { claims } = await ledger.claim(worker, 10, NOW)
    expect(claims.map((claim) => claim.noticeId)).toEqual([first])
    await ledger.settle(worker, [{ deliveryId: claims[0]?.deliveryId ?? '', to: 'unknown', reason: 'no_answer' }], NOW)
    const later = NOW + 3_600_000
    expect((await ledger.claim(worker, 10, later)).claims).toEqual([])
    expect(await deliveryOf(database, second, memberId)).toMatchObject({ state: 'pending' })

    const event = { openid: 'o-1', templateId: 'template-a', msgid: '9007199254740993', delivered: true }
    expect(await ledger.confirm(event, later)).toBe('matched')
    expect((await ledger.claim(worker, 10, later)).claims.map((claim) => claim.noticeId)).toEqual([second])
  })

  it('skips who unsubscribed or was erased after the audience was frozen', async () => {
    const noticeId = await prepared(3)
    const [away, gone, stays] = await deliveriesOf(database, noticeId)
    await turnOff(database, away?.memberId ?? '')
    await erase(database, gone?.memberId ?? '')
    const worker = await ledger.startWorker()
    const { claims, passedOver } = await ledger.claim(worker, 10, NOW)
    expect(claims.map((claim) => claim.deliveryId)).toEqual([stays?.id])
    expect(passedOver).toBe(2)
    expect(await deliveryOf(database, noticeId, away?.memberId ?? '')).toMatchObject({ reason: 'unsubscribed' })
    expect(await deliveryOf(database, noticeId, gone?.memberId ?? '')).toMatchObject({ reason: 'erased' })
    expect(await balanceOf(database, away?.memberId ?? '')).toBe('1/0/0')
  })

  it('hands nothing to a worker that was buried', async () => {
    await prepared(1)
    await expect(ledger.claim('nobody', 10, NOW)).rejects.toThrow('nobody')
  })

  describe('a worker dies', () => {
    const age = (worker: string, byMs: number) =>
      database.write((manager) =>
        manager.query('UPDATE worker SET heartbeat_at = heartbeat_at - ? WHERE id = ?', [byMs, worker]),
      )

    it('what it was sending is unknown, never pending, and its grant is spent', async () => {
      const noticeId = await prepared(2)
      const worker = await ledger.startWorker()
      const { claims } = await ledger.claim(worker, 1, NOW)
      await age(worker, 60_000)
      const [stale] = await ledger.staleWorkers(20_000)
      expect(stale?.id).toBe(worker)
      expect(await ledger.bury(stale ?? { id: '', heartbeatAt: 0 }, NOW)).toBe(1)
      expect(await statesOf(database, noticeId)).toEqual({ unknown: 1, pending: 1 })
      expect(await balanceOf(database, claims[0]?.memberId ?? '')).toBe('0/0/1')
      expect(await ledger.heartbeat(worker)).toBe(false)
      // its answer comes too late to count
      const late = { deliveryId: claims[0]?.deliveryId ?? '', to: 'pending', notBefore: NOW, spend: null } as const
      expect(await ledger.settle(worker, [late], NOW)).toEqual({ ignored: 1, paused: [] })
      expect(await statesOf(database, noticeId)).toEqual({ unknown: 1, pending: 1 })
    })

    it('is not buried when it has renewed its lease in between', async () => {
      await prepared(1)
      const worker = await ledger.startWorker()
      await ledger.claim(worker, 1, NOW)
      await age(worker, 60_000)
      const [stale] = await ledger.staleWorkers(20_000)
      expect(await ledger.heartbeat(worker)).toBe(true)
      expect(await ledger.bury(stale ?? { id: '', heartbeatAt: 0 }, NOW)).toBe(0)
      expect(await database.read.countBy(WorkerEntity, { id: worker })).toBe(1)
    })

    it('is found stale when the clock of the database was put back', async () => {
      const worker = await ledger.startWorker()
      await age(worker, -3_600_000)
      expect((await ledger.staleWorkers(20_000)).map((stale) => stale.id)).toEqual([worker])
    })
  })

  it('puts back what a claim marked but never handed over, and nothing that is in hand', async () => {
    const noticeId = await prepared(3)
    const worker = await ledger.startWorker()
    const { claims } = await ledger.claim(worker, 3, NOW)
    expect(await ledger.release(worker, [claims[0]?.deliveryId ?? ''], NOW)).toBe(2)
    expect(await statesOf(database, noticeId)).toEqual({ sending: 1, pending: 2 })
    const open = await database.read.countBy(DeliveryEntity, { state: 'sending' })
    expect(open).toBe(1)
    await expect(ledger.stopWorker(worker)).rejects.toThrow('cannot stop')
  })
})

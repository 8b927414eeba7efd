import { createLedger } from '../../server/store/ledger'
import type { Database } from '../../server/store/database'
import { GrantBalanceEntity } from '../../server/store/entities'
import type { Ledger, Outcome } from '../../server/delivery'
import { availableDatabases, openFreshDatabase } from '../support/databases'
import { addMember, addNotice, balanceOf, deliveriesOf, deliveryOf, noticeRow, statesOf } from '../support/ledgerRows'

const NOW = Date.UTC(2026, 10, 23, 4)
const MSGID = '3482193847561234567'

describe.each(availableDatabases)('the ledger records what became of a delivery (%s)', (kind) => {
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

  const oneClaimed = async (grants = 2) => {
    const memberId = await addMember(database, { openid: 'o-1', grants })
    const noticeId = await addNotice(database)
    await ledger.prepareChunk(noticeId, 10, NOW)
    const worker = await ledger.startWorker()
    const { claims } = await ledger.claim(worker, 10, NOW)
    const deliveryId = claims[0]?.deliveryId ?? ''
    const row = () => deliveryOf(database, noticeId, memberId)
    const settle = (outcome: Outcome) => ledger.settle(worker, [outcome], NOW + 5)
    return { memberId, noticeId, worker, deliveryId, row, settle }
  }

  it.each([
    [{ to: 'sent', msgid: MSGID }, '1/0/1', 'spent', 'accepted'],
    [{ to: 'unknown', reason: 'no_answer' }, '1/0/1', 'spent', 'no_answer'],
    [{ to: 'rejected', reason: 'not_subscribed', grantGone: true }, '0/0/1', 'spent', 'not_subscribed'],
    [{ to: 'rejected', reason: 'invalid_openid', grantGone: false }, '2/0/0', 'returned', 'invalid_openid'],
    [{ to: 'failed', reason: 'budget_spent' }, '2/0/0', 'returned', 'budget_spent'],
    [{ to: 'pending', notBefore: NOW + 9, spend: 'token' }, '1/1/0', 'reserved', null],
  ] as const)('%o leaves the grants at %s', async (what, balance, grantState, reason) => {
    const { deliveryId, settle, row, memberId } = await oneClaimed()
    expect(await settle({ deliveryId, ...what } as Outcome)).toEqual({ ignored: 0, paused: [] })
    expect(await row()).toMatchObject({ state: what.to, grantState, reason, workerId: null })
    expect(await balanceOf(database, memberId)).toBe(balance)
    // the same once more changes nothing
    expect(await settle({ deliveryId, ...what } as Outcome)).toEqual({ ignored: 1, paused: [] })
    expect(await balanceOf(database, memberId)).toBe(balance)
  })

  it('counts each budget by itself and says when the delivery is due again', async () => {
    const { deliveryId, worker, settle, row } = await oneClaimed()
    await settle({ deliveryId, to: 'pending', notBefore: NOW + 60_000, spend: 'rate' })
    expect(await ledger.nextDue(NOW)).toBe(NOW + 60_000)
    expect((await ledger.claim(worker, 1, NOW + 59_999)).claims).toEqual([])
    const { claims } = await ledger.claim(worker, 1, NOW + 60_000)
    expect(claims[0]?.used).toEqual({ attempt: 0, token: 0, rate: 1 })
    await settle({ deliveryId, to: 'pending', notBefore: NOW, spend: 'attempt' })
    expect(await row()).toMatchObject({ attempts: 1, tokenWaits: 0, rateWaits: 1, openKey: null, settledAt: null })
  })

  it('records a group whole, and passes over what is no longer this worker’s', async () => {
    for (let index = 0; index < 20; index += 1) await addMember(database)
    const noticeId = await addNotice(database)
    await ledger.prepareChunk(noticeId, 100, NOW)
    const [worker, other] = [await ledger.startWorker(), await ledger.startWorker()]
    const mine = (await ledger.claim(worker, 15, NOW)).claims
    const theirs = (await ledger.claim(other, 5, NOW)).claims
    const outcomes = [...mine, ...theirs].map(({ deliveryId }, index) => ({
      deliveryId,
      to: 'sent' as const,
      msgid: `${MSGID}${index}`,
    }))
    expect(await ledger.settle(worker, outcomes, NOW)).toEqual({ ignored: 5, paused: [] })
    expect(await statesOf(database, noticeId)).toEqual({ sent: 15, sending: 5 })
  })

  it('records what was accepted along with the rest, each as what it became', async () => {
    for (let index = 0; index < 4; index += 1) await addMember(database)
    const noticeId = await addNotice(database)
    await ledger.prepareChunk(noticeId, 100, NOW)
    const worker = await ledger.startWorker()
    const [a, b, c, d] = (await ledger.claim(worker, 4, NOW)).claims.map(({ deliveryId }) => deliveryId)
    const outcomes = [
      { deliveryId: a, to: 'sent', msgid: MSGID },
      { deliveryId: b, to: 'rejected', reason: 'invalid_openid', grantGone: false },
      { deliveryId: c, to: 'sent', msgid: null },
      { deliveryId: d, to: 'pending', notBefore: NOW + 9, spend: null },
    ] as Outcome[]
    expect(await ledger.settle(worker, outcomes, NOW)).toEqual({ ignored: 0, paused: [] })
    const ends = (await deliveriesOf(database, noticeId)).map((row) => [row.state, row.grantState, row.msgid])
    expect(ends.sort()).toEqual(
      [
        ['sent', 'spent', MSGID],
        ['rejected', 'returned', null],
        ['sent', 'spent', null],
        ['pending', 'reserved', null],
      ].sort(),
    )
    expect(await ledger.settle(worker, outcomes, NOW)).toEqual({ ignored: 4, paused: [] })
  })

  describe('WeChat’s sent-event', () => {
    const event = { openid: 'o-1', templateId: 'template-a', msgid: MSGID, delivered: true }

    it('confirms what was accepted, by its message id', async () => {
      const { deliveryId, settle, row } = await oneClaimed()
      await settle({ deliveryId, to: 'sent', msgid: MSGID })
      expect(await ledger.confirm(event, NOW)).toBe('matched')
      expect(await ledger.confirm(event, NOW)).toBe('matched')
      expect(await row()).toMatchObject({ state: 'sent', reason: 'confirmed' })
    })

    it('says that what was accepted did not arrive', async () => {
      const { deliveryId, settle, row, memberId } = await oneClaimed()
      await settle({ deliveryId, to: 'sent', msgid: MSGID })
      expect(await ledger.confirm({ ...event, delivered: false }, NOW)).toBe('matched')
      expect(await row()).toMatchObject({ state: 'failed', reason: 'wechat_failed', grantState: 'spent' })
      expect(await balanceOf(database, memberId)).toBe('1/0/1')
    })

    it('resolves an unknown one, and the member’s next delivery may start', async () => {
      const { deliveryId, settle, row } = await oneClaimed()
      await settle({ deliveryId, to: 'unknown', reason: 'no_answer' })
      expect(await ledger.confirm(event, NOW)).toBe('matched')
      expect(await row()).toMatchObject({ state: 'sent', reason: 'confirmed', msgid: MSGID, openKey: null })
    })

    it('overtakes WeChat’s own answer: the answer then changes nothing', async () => {
      const { deliveryId, settle, row, memberId } = await oneClaimed()
      expect(await ledger.confirm(event, NOW)).toBe('matched')
      expect(await settle({ deliveryId, to: 'sent', msgid: MSGID })).toEqual({ ignored: 1, paused: [] })
      expect(await row()).toMatchObject({ state: 'sent', msgid: MSGID })
      expect(await balanceOf(database, memberId)).toBe('1/0/1')
    })

    it('of another member, template or message changes nothing', async () => {
      const { deliveryId, settle, row } = await oneClaimed()
      await settle({ deliveryId, to: 'sent', msgid: MSGID })
      for (const other of [{ openid: 'o-2' }, { templateId: 'template-b' }, { msgid: '1' }]) {
        expect(await ledger.confirm({ ...event, ...other, delivered: false }, NOW)).toBe('no_match')
      }
      expect(await row()).toMatchObject({ state: 'sent', reason: 'accepted' })
    })
  })

  it('closes what stayed unknown for three days, and never sends it again', async () => {
    const { deliveryId, settle, row, worker, noticeId } = await oneClaimed()
    await settle({ deliveryId, to: 'unknown', reason: 'no_answer' })
    const threeDays = 72 * 3_600_000
    expect(await ledger.closeOldUnknown(threeDays, NOW + threeDays - 1)).toBe(0)
    expect(await ledger.closeOldUnknown(threeDays, NOW + threeDays)).toBe(1)
    expect(await row()).toMatchObject({ state: 'unconfirmed', reason: 'no_event_72h', openKey: null })
    expect((await ledger.claim(worker, 10, NOW + 2 * threeDays)).claims).toEqual([])
    expect(await ledger.finishDone(NOW)).toBe(1)
    expect((await noticeRow(database, noticeId)).status).toBe('finished')
  })

  it('halts once, and gives back the grants of all that had not started', async () => {
    const members = await Promise.all(Array.from({ length: 12 }, () => addMember(database)))
    const noticeId = await addNotice(database)
    await ledger.prepareChunk(noticeId, 100, NOW)
    const worker = await ledger.startWorker()
    const { claims } = await ledger.claim(worker, 2, NOW)
    expect(await ledger.halt(noticeId, 'template_invalid', NOW)).toBe(true)
    expect(await ledger.halt(noticeId, 'banned', NOW)).toBe(false)
    while ((await ledger.sweepStopped(5, NOW)) > 0);
    expect(await statesOf(database, noticeId)).toEqual({ sending: 2, skipped: 10 })
    // two are on their way yet, so it is not over
    expect((await noticeRow(database, noticeId)).finishedAt).toBeNull()
    const back = claims.map(({ deliveryId }) => ({ deliveryId, to: 'pending', notBefore: NOW, spend: null }) as const)
    await ledger.settle(worker, back, NOW)
    expect((await ledger.claim(worker, 10, NOW)).claims).toEqual([])
    while ((await ledger.sweepStopped(5, NOW)) > 0);
    expect(await noticeRow(database, noticeId)).toMatchObject({
      status: 'halted',
      haltReason: 'template_invalid',
      finishedAt: NOW,
    })
    for (const memberId of members) expect(await balanceOf(database, memberId)).toBe('1/0/0')
  })

  it('wakes a scheduled notice at its time and not before', async () => {
    const noticeId = await addNotice(database, { status: 'scheduled', scheduledAt: NOW })
    expect(await ledger.nextDue(NOW)).toBe(NOW)
    await ledger.wakeScheduled(NOW - 1)
    expect(await ledger.nextToPrepare()).toBeNull()
    await ledger.wakeScheduled(NOW)
    expect(await ledger.nextToPrepare()).toBe(noticeId)
  })

  it('never lets a balance fall below zero or a grant appear, whatever the order of events', async () => {
    const members = await Promise.all([1, 2, 3, 4].map((grants) => addMember(database, { grants })))
    const notices = await Promise.all([1, 2, 3, 4, 5].map(() => addNotice(database)))
    const worker = await ledger.startWorker()
    let seed = 7
    const pick = (upTo: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % upTo
    const ends: ((deliveryId: string) => Outcome)[] = [
      (deliveryId) => ({ deliveryId, to: 'sent', msgid: null }),
      (deliveryId) => ({ deliveryId, to: 'unknown', reason: 'no_answer' }),
      (deliveryId) => ({ deliveryId, to: 'failed', reason: 'budget_spent' }),
      (deliveryId) => ({ deliveryId, to: 'pending', notBefore: NOW, spend: null }),
      (deliveryId) => ({ deliveryId, to: 'rejected', reason: 'invalid_openid', grantGone: false }),
    ]
    for (const noticeId of notices) {
      await ledger.prepareChunk(noticeId, 10, NOW)
      for (let round = 0; round < 4; round += 1) {
        const { claims } = await ledger.claim(worker, 3, NOW)
        const outcomes = claims.flatMap(({ deliveryId }) => ends[pick(5)]?.(deliveryId) ?? [])
        // told twice, as after a commit whose answer got lost
        await ledger.settle(worker, outcomes, NOW)
        await ledger.settle(worker, outcomes, NOW)
      }
      if (pick(2) === 0) await ledger.halt(noticeId, 'banned', NOW)
      await ledger.sweepStopped(100, NOW)
      const rows = (await Promise.all(notices.map((id) => deliveriesOf(database, id)))).flat()
      for (const [index, memberId] of members.entries()) {
        const balance = await database.read.findOneByOrFail(GrantBalanceEntity, { memberId })
        const own = rows.filter((row) => row.memberId === memberId)
        expect(balance.available).toBeGreaterThanOrEqual(0)
        const used = own.filter((row) => row.grantState === 'reserved' || row.grantState === 'spent').length
        expect(balance.available + used).toBe(index + 1)
      }
    }
  })
})

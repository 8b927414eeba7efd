import { createLedger } from '../../server/store/ledger'
import { cancelNotice, decideDelivery, pauseNotice, resumeNotice } from '../../server/store/ledger/staffMoves'
import { transactOn, type Transact } from '../../server/store/ledger/transaction'
import type { Database } from '../../server/store/database'
import { EventEntity, SettingEntity } from '../../server/store/entities'
import type { Ledger, Outcome } from '../../server/delivery'
import { DEFAULT_NOTICE_RULES, NOTICE_RULES_SETTING, type NoticeRules } from '../../shared/domain/noticeRules'
import { fromWallClock } from '../../shared/domain/time'
import { availableDatabases, openFreshDatabase } from '../support/databases'
import { addDelivery, addMember, addNotice, balanceOf, deliveryOf, noticeRow, statesOf } from '../support/ledgerRows'

const at = (day: number, hour: number, minute = 0) => fromWallClock({ year: 2026, month: 11, day, hour, minute })
const NOON = at(23, 12)
const NIGHT = at(23, 23)

describe.each(availableDatabases)('the ledger keeps the rules of notices (%s)', (kind) => {
  let database: Database
  let ledger: Ledger
  let transact: Transact
  let close: () => Promise<void>

  beforeEach(async () => {
    const fresh = await openFreshDatabase(kind)
    database = fresh.database
    close = fresh.close
    ledger = createLedger(database)
    transact = transactOn(database)
  })
  afterEach(() => close())

  const setRules = (rules: Partial<NoticeRules>) =>
    database.write((manager) =>
      manager.upsert(
        SettingEntity,
        { name: NOTICE_RULES_SETTING, value: JSON.stringify({ ...DEFAULT_NOTICE_RULES, ...rules }), updatedAt: 1 },
        ['name'],
      ),
    )
  const prepared = async (members: number, more: Parameters<typeof addNotice>[1] = {}) => {
    for (let index = 0; index < members; index += 1) await addMember(database)
    const noticeId = await addNotice(database, more)
    while (!(await ledger.prepareChunk(noticeId, 500, at(20, 12))).done);
    return noticeId
  }
  const claimed = async (worker: string, now = NOON, limit = 100) =>
    (await ledger.claim(worker, limit, now)).claims.map((claim) => claim.deliveryId)

  describe('in quiet hours', () => {
    // Fails when `claim` does not ask for the hour: the first notice goes out at night.
    it('only what may go out at night does, and the rest follows in the morning', async () => {
      const quiet = await prepared(2, { atNight: false })
      const loud = await prepared(0, { atNight: true, templateId: 'template-b' })
      await addDelivery(database, {
        noticeId: loud,
        memberId: await addMember(database, { templateId: 'template-b' }),
        templateId: 'template-b',
        notBefore: 1,
      })
      const worker = await ledger.startWorker()
      expect((await ledger.claim(worker, 9, NIGHT)).claims.map((claim) => claim.noticeId)).toEqual([loud])
      expect(await ledger.nextDue(NIGHT)).toBe(at(24, 8))
      expect(await claimed(worker, at(24, 7, 59))).toEqual([])
      expect(await claimed(worker, at(24, 8))).toHaveLength(2)
      expect(await statesOf(database, quiet)).toEqual({ sending: 2 })
    })

    it('are what the setting says, from the next claim on', async () => {
      await prepared(1, { atNight: false })
      const worker = await ledger.startWorker()
      await setRules({ quietHours: { from: '11:30', to: '13:00' } })
      expect(await claimed(worker)).toEqual([])
      expect(await ledger.nextDue(NOON)).toBe(at(23, 13))
      await setRules({ quietHours: null })
      expect(await ledger.nextDue(NIGHT)).toBeLessThanOrEqual(NIGHT)
      expect(await claimed(worker, NIGHT)).toHaveLength(1)
    })

    it('the audience of a notice is frozen all the same', async () => {
      const noticeId = await addNotice(database, { atNight: false, status: 'scheduled', scheduledAt: NIGHT })
      await addMember(database)
      await ledger.wakeScheduled(NIGHT)
      await ledger.prepareChunk(noticeId, 10, NIGHT)
      expect(await statesOf(database, noticeId)).toEqual({ pending: 1 })
    })
  })

  describe('a run of errors', () => {
    const bad = (deliveryId: string): Outcome => ({ deliveryId, to: 'unknown', reason: 'no_answer' })
    const good = (deliveryId: string): Outcome => ({ deliveryId, to: 'sent', msgid: null })
    const refused = (deliveryId: string): Outcome => ({ deliveryId, to: 'pending', notBefore: NOON, spend: 'attempt' })
    const no = (deliveryId: string): Outcome => ({
      deliveryId,
      to: 'rejected',
      reason: 'not_subscribed',
      grantGone: true,
    })

    // Fails when the count is kept in the process: neither worker sees five.
    it('pauses the notice, whoever met them, and after restarts as well', async () => {
      await setRules({ pauseAfterErrors: 5 })
      const noticeId = await prepared(12)
      const first = await ledger.startWorker()
      const settle = async (worker: string, outcomes: Outcome[]) =>
        (await createLedger(database).settle(worker, outcomes, NOON)).paused
      expect(await settle(first, (await claimed(first, NOON, 3)).map(bad))).toEqual([])
      const second = await ledger.startWorker()
      expect(await settle(second, (await claimed(second, NOON, 1)).map(bad))).toEqual([])
      // a member’s no and what was put back untried neither add nor begin anew
      expect(await settle(second, (await claimed(second, NOON, 1)).map(no))).toEqual([])
      const mine = await claimed(first, NOON, 2)
      expect(await settle(first, mine.map(bad))).toEqual([noticeId])
      expect(await noticeRow(database, noticeId)).toMatchObject({ status: 'paused', pauseReason: 'errors' })
      expect(await claimed(first)).toEqual([])

      expect(await transact((transaction) => resumeNotice(transaction, noticeId))).toBe(true)
      expect(await noticeRow(database, noticeId)).toMatchObject({ status: 'running', pauseReason: null, errorRun: 0 })
      expect(await claimed(first)).toHaveLength(5)
    })

    it('is over with the first success', async () => {
      await setRules({ pauseAfterErrors: 3 })
      const noticeId = await prepared(8)
      const worker = await ledger.startWorker()
      const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = await claimed(worker)
      await ledger.settle(worker, [bad(a), refused(b)], NOON)
      expect((await noticeRow(database, noticeId)).errorRun).toBe(2)
      await ledger.settle(worker, [good(c)], NOON)
      expect((await noticeRow(database, noticeId)).errorRun).toBe(0)
      await ledger.settle(worker, [bad(d), good(e), bad(f), bad(g)], NOON)
      expect(await noticeRow(database, noticeId)).toMatchObject({ status: 'running', errorRun: 2 })
    })

    it('of one notice does not pause another', async () => {
      await setRules({ pauseAfterErrors: 2 })
      const broken = await prepared(2)
      await addMember(database, { templateId: 'template-b' })
      const whole = await addNotice(database, { templateId: 'template-b' })
      await ledger.prepareChunk(whole, 10, at(20, 12))
      const worker = await ledger.startWorker()
      const { claims } = await ledger.claim(worker, 10, NOON)
      const outcomes = claims.map(({ deliveryId, noticeId }) => (noticeId === broken ? bad : good)(deliveryId))
      expect((await ledger.settle(worker, outcomes, NOON)).paused).toEqual([broken])
      expect((await noticeRow(database, whole)).status).toBe('running')
    })
  })

  describe('staff', () => {
    it('pause and resume a running notice, and nothing else', async () => {
      const noticeId = await prepared(1)
      const move = (work: typeof resumeNotice) => transact((transaction) => work(transaction, noticeId))
      const pause = () => transact((transaction) => pauseNotice(transaction, noticeId, 'staff'))
      expect(await move(resumeNotice)).toBe(false)
      expect([await pause(), await pause()]).toEqual([true, false])
      const worker = await ledger.startWorker()
      expect(await claimed(worker)).toEqual([])
      expect(await ledger.nextDue(NOON)).toBeNull()
      // what is paused is not over, though nothing of it is due
      expect(await ledger.finishDone(NOON)).toBe(0)
      expect(await move(resumeNotice)).toBe(true)
      const [deliveryId = ''] = await claimed(worker)
      await ledger.settle(worker, [{ deliveryId, to: 'sent', msgid: null }], NOON)
      await ledger.finishDone(NOON)
      for (const work of [resumeNotice, cancelNotice]) expect(await move(work)).toBe(false)
      expect(await pause()).toBe(false)
      expect((await noticeRow(database, noticeId)).status).toBe('finished')
    })

    it('cancel: what has not started is skipped and its grants go back', async () => {
      const noticeId = await prepared(3)
      const worker = await ledger.startWorker()
      const [deliveryId = ''] = await claimed(worker, NOON, 1)
      expect(await transact((transaction) => cancelNotice(transaction, noticeId))).toBe(true)
      while ((await ledger.sweepStopped(10, NOON)) > 0);
      expect(await statesOf(database, noticeId)).toEqual({ sending: 1, skipped: 2 })
      await ledger.settle(worker, [{ deliveryId, to: 'sent', msgid: null }], NOON)
      await ledger.sweepStopped(10, NOON)
      expect(await noticeRow(database, noticeId)).toMatchObject({ status: 'cancelled', finishedAt: NOON })
    })

    it.each(['sent', 'failed'] as const)('settle what nobody knows as %s, once; its grant stays spent', async (to) => {
      const memberId = await addMember(database, { openid: 'o-1', grants: 2 })
      const [noticeId, second] = [await addNotice(database), await addNotice(database)]
      for (const id of [noticeId, second]) await ledger.prepareChunk(id, 10, NOON)
      const worker = await ledger.startWorker()
      const [deliveryId = ''] = await claimed(worker)
      const decide = () => transact((transaction) => decideDelivery(transaction, deliveryId, to, NOON))
      expect(await decide()).toBe(false)
      await ledger.settle(worker, [{ deliveryId, to: 'unknown', reason: 'no_answer' }], NOON)
      expect(await claimed(worker, NOON)).toEqual([])
      expect([await decide(), await decide()]).toEqual([true, false])
      const row = await deliveryOf(database, noticeId, memberId)
      expect(row).toMatchObject({ state: to, reason: 'staff_decision', grantState: 'spent', openKey: null })
      expect(await balanceOf(database, memberId)).toBe('0/1/1')
      // what waited behind it goes now
      expect(await claimed(worker, NOON)).toHaveLength(1)
    })
  })

  describe('an event', () => {
    const withEvent = async (articleId: string, more: { decision?: 'cancelled'; endsAt?: number } = {}) =>
      database.write(async (manager) => {
        const { decision = 'scheduled', endsAt = at(30, 12) } = more
        const times = { startsAt: endsAt - 3_600_000, endsAt, signupDeadline: null, venue: '活动室' }
        const place = { address: null, latitude: null, longitude: null }
        await manager.insert(EventEntity, { articleId, decision, ...times, ...place })
        await manager.query(
          `INSERT INTO article (id, channel_id, title, summary, publisher, body_html, blocks, status, version,
              created_at, created_by, updated_at, updated_by)
            VALUES (?, 'c', '', '', '', '', '[]', 'published', 1, 1, 's', 1, 's')`,
          [articleId],
        )
      })
    const statuses = async (ids: string[]) => Promise.all(ids.map(async (id) => (await noticeRow(database, id)).status))

    it.each([
      ['cancelled', { decision: 'cancelled' as const }],
      ['over', { endsAt: NOON }],
    ])('that is %s reminds nobody any more; its change and cancellation still go out', async (_what, more) => {
      const articleId = '01EVENT000000000000000000A'
      await withEvent(articleId, more)
      const soon = { articleId, status: 'scheduled', scheduledAt: NOON } as const
      const reminder = await addNotice(database, { ...soon, kind: 'reminder' })
      const later = await addNotice(database, { ...soon, kind: 'reminder', scheduledAt: NOON + 9 })
      const running = await prepared(2, { articleId })
      const cancellation = await addNotice(database, { ...soon, kind: 'cancellation' })
      const other = await addNotice(database, { status: 'scheduled', scheduledAt: NOON, kind: 'reminder' })
      await ledger.wakeScheduled(NOON)
      expect(await statuses([reminder, later, running, cancellation, other])).toEqual([
        ...['cancelled', 'cancelled', 'cancelled'],
        ...['preparing', 'preparing'],
      ])
      while ((await ledger.sweepStopped(10, NOON)) > 0);
      expect(await statesOf(database, running)).toEqual({ skipped: 2 })
    })

    it('that is still to come reminds at its time', async () => {
      const articleId = '01EVENT000000000000000000B'
      await withEvent(articleId)
      const reminder = await addNotice(database, {
        articleId,
        status: 'scheduled',
        scheduledAt: NOON,
        kind: 'reminder',
      })
      await ledger.wakeScheduled(NOON)
      expect(await statuses([reminder])).toEqual(['preparing'])
    })
  })
})

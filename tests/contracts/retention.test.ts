import { keepNoLonger, type RetentionDays } from '../../server/features/retention'
import { newId } from '../../server/kernel/ids'
import { silentLogger } from '../../server/kernel/logger'
import type { Database } from '../../server/store/database'
import {
  DeliveryEntity,
  EventEntity,
  GrantAnswerEntity,
  MemberEventChoiceEntity,
  MemberSessionEntity,
  NoticeEntity,
  WechatEventEntity,
} from '../../server/store/entities'
import { createNoticeStore } from '../../server/store/repositories/notices'
import { createRetentionStore } from '../../server/store/repositories/retention'
import { RETENTION_DAYS } from '../../shared/domain/retention'
import { DAY_MS, HOUR_MS } from '../../shared/domain/time'
import { availableDatabases, openFreshDatabase } from '../support/databases'
import { addDelivery, addMember, addNotice, balanceOf, noticeRow, TEMPLATE_ID } from '../support/ledgerRows'

const NO_FILES = {
  unused: { remove: async () => 0 },
  doomed: { list: async () => [], forget: async () => undefined },
  storage: { remove: async () => undefined },
}

describe.each(availableDatabases)('what is kept no longer than needed (%s)', (kind) => {
  let database: Database
  let close: () => Promise<void>
  let now: number

  beforeEach(async () => {
    const fresh = await openFreshDatabase(kind)
    database = fresh.database
    close = fresh.close
    now = Date.UTC(2027, 10, 23, 4)
  })
  afterEach(() => close())

  const run = (store = createRetentionStore(database), days: RetentionDays = RETENTION_DAYS) =>
    keepNoLonger({
      store,
      days,
      bin: { purge: async () => 0 },
      files: NO_FILES,
      clock: { now: () => now },
      logger: silentLogger,
    })
  const insert = <T extends object>(entity: { options: { name: string } }, row: T) =>
    database.write((manager) => manager.insert(entity.options.name, row))
  const ago = (days: number): number => now - days * DAY_MS

  const event = (articleId: string, endsAt: number) =>
    insert(EventEntity, {
      ...{ articleId, startsAt: endsAt - HOUR_MS, endsAt, venue: '', address: null },
      ...{ latitude: null, longitude: null, signupDeadline: null, decision: 'scheduled' },
    })
  /** A notice that was over so many days ago, about an event that was too, with these deliveries. */
  async function over(days: number, states: (readonly [string, string | null])[], eventDays = days) {
    const articleId = newId()
    await event(articleId, ago(eventDays))
    const noticeId = await addNotice(database, { articleId, status: 'finished' })
    await database.write((manager) => manager.update(NoticeEntity, { id: noticeId }, { finishedAt: ago(days) }))
    for (const [state, reason] of states) {
      const memberId = await addMember(database)
      await addDelivery(database, { noticeId, memberId, state: state as never, reason: reason as never })
    }
    return noticeId
  }
  const figures = async (noticeId: string) => {
    const store = createNoticeStore(database)
    const [counts, reasons] = [await store.counts([noticeId]), await store.reasons(noticeId)]
    return { counts: counts.get(noticeId), reasons: reasons.map((entry) => Object.values(entry).join()).sort() }
  }
  const rowsLeft = (noticeId: string) => database.read.countBy(DeliveryEntity, { noticeId })

  it('sessions, answers, choices and keys of events go when their time is over, and not before', async () => {
    const memberId = await addMember(database)
    const answer = { memberId, templateId: TEMPLATE_ID, answer: 'accept', source: 'app', matched: false }
    for (const days of [364, 366]) await insert(GrantAnswerEntity, { id: newId(), ...answer, at: ago(days) })
    const session = { memberId, createdAt: ago(30), sessionKey: null }
    await insert(MemberSessionEntity, { tokenHash: 'ended', ...session, expiresAt: now - 1 })
    await insert(MemberSessionEntity, { tokenHash: 'open', ...session, expiresAt: now + 1 })
    for (const [key, at] of [
      ['new', now - HOUR_MS],
      ['old', ago(2)],
    ] as const) {
      await insert(WechatEventEntity, { dedupeKey: key, receivedAt: at })
    }
    const [coming, justOver, longOver, none] = [newId(), newId(), newId(), newId()]
    await event(coming, now + DAY_MS)
    await event(justOver, ago(6))
    await event(longOver, ago(8))
    for (const articleId of [coming, justOver, longOver, none]) {
      await insert(MemberEventChoiceEntity, { memberId, articleId, remind: true, updatedAt: ago(9) })
    }

    expect(await run()).toBe(true)

    expect(await database.read.count(GrantAnswerEntity)).toBe(1)
    expect((await database.read.find(MemberSessionEntity)).map(({ tokenHash }) => tokenHash)).toEqual(['open'])
    expect((await database.read.find(WechatEventEntity)).map(({ dedupeKey }) => dedupeKey)).toEqual(['new'])
    const choices = await database.read.find(MemberEventChoiceEntity)
    expect(choices.map(({ articleId }) => articleId).sort()).toEqual([coming, justOver].sort())
    expect(await balanceOf(database, memberId)).toBe('1/0/0')
  })

  // Fails when the totals are not added to what staff see, or when the rows stay.
  it('deliveries become counts, and staff see the same figures as before', async () => {
    const states = [
      ...Array.from({ length: 5 }, () => ['sent', 'accepted'] as const),
      ...([
        ['sent', 'confirmed'],
        ['skipped', 'no_grant'],
        ['rejected', 'not_subscribed'],
      ] as const),
      ...([
        ['unconfirmed', 'no_event_72h'],
        ['failed', null],
      ] as const),
    ]
    const old = await over(366, states)
    const young = await over(360, states.slice(0, 3))
    const before = [await figures(old), await figures(young)]

    const slow = createRetentionStore(database)
    await run({ ...slow, foldDeliveries: (at, _limit) => slow.foldDeliveries(at, 3) })
    expect(await rowsLeft(old)).toBe(7)
    now += DAY_MS
    await run()

    expect([await rowsLeft(old), await rowsLeft(young)]).toEqual([0, 3])
    expect([await figures(old), await figures(young)]).toEqual(before)
    expect(await createNoticeStore(database).canStillGet(old)).toBe(0)
  })

  it('what may still be asked for stays: an event to come, a send that is unknown, a notice under way', async () => {
    const toCome = await over(366, [['sent', 'accepted']], -10)
    const unknown = await over(366, [
      ['unknown', 'no_answer'],
      ['sent', 'accepted'],
    ])
    const running = await over(366, [['sent', 'accepted']])
    await database.write((manager) => manager.update(NoticeEntity, { id: running }, { status: 'running' }))
    await run()
    expect([await rowsLeft(toCome), await rowsLeft(unknown), await rowsLeft(running)]).toEqual([1, 1, 1])
    expect((await figures(unknown)).counts).toMatchObject({ unknown: 1, sent: 1 })
  })

  it('an operator may keep less', async () => {
    const noticeId = await over(40, [['sent', 'accepted']])
    await run(undefined, { ...RETENTION_DAYS, deliveries: 30 })
    expect(await rowsLeft(noticeId)).toBe(0)
  })

  it('where a preparation stood is forgotten once it is over', async () => {
    const ids = [await addNotice(database, { status: 'running' }), await addNotice(database, { status: 'preparing' })]
    for (const id of ids) {
      await database.write((manager) => manager.update(NoticeEntity, { id }, { preparedTo: newId() }))
    }
    await run()
    const rows = await Promise.all(ids.map((id) => noticeRow(database, id)))
    expect(rows.map(({ preparedTo }) => preparedTo === null)).toEqual([true, false])
  })

  // Fails when the turn is not a conditional update: each of them does the work.
  it('one process a day does it, whoever comes first, and again after a failure', async () => {
    const turns = await Promise.all([1, 2, 3, 4].map(() => run(createRetentionStore(database))))
    expect(turns.filter(Boolean)).toHaveLength(1)
    now += DAY_MS - 1
    expect(await run()).toBe(false)
    now += 1
    const broken = { ...createRetentionStore(database), removeAnswers: () => Promise.reject(new Error('disk full')) }
    expect(await run(broken)).toBe(true)
    expect(await run()).toBe(false)
    now += HOUR_MS
    expect(await run()).toBe(true)
  })
})

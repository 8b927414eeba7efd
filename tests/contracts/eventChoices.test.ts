import type { Ledger } from '../../server/delivery'
import type { Database } from '../../server/store/database'
import { GrantBalanceEntity, MemberEntity, MemberEventChoiceEntity } from '../../server/store/entities'
import { createLedger } from '../../server/store/ledger'
import { createAlertStore } from '../../server/store/repositories/alerts'
import { createEventChoices } from '../../server/store/repositories/eventChoices'
import { createNoticeStore } from '../../server/store/repositories/notices'
import { availableDatabases, openFreshDatabase } from '../support/databases'
import { addDelivery, addMember, addNotice, deliveriesOf, statesOf, turnOff } from '../support/ledgerRows'

const NOW = Date.UTC(2026, 10, 23, 4)
const REMINDER = 'template-reminder'
const ARTICLE = '01article00000000000000000'
const OTHER = '01article00000000000000001'

describe.each(availableDatabases)('reminders of one event (%s)', (kind) => {
  let database: Database
  let ledger: Ledger
  let close: () => Promise<void>
  let preview: string

  beforeEach(async () => {
    const fresh = await openFreshDatabase(kind)
    database = fresh.database
    close = fresh.close
    ledger = createLedger(database)
    preview = await addNotice(database, { articleId: ARTICLE, status: 'finished' })
  })
  afterEach(() => close())

  const of = { topic: 'event_reminder', templateId: REMINDER } as const
  const member = (options: { subscribed?: boolean; grants?: number } = {}) => addMember(database, { ...of, ...options })
  const told = async (options = {}) => {
    const memberId = await member(options)
    await addDelivery(database, { noticeId: preview, memberId, state: 'sent' })
    return memberId
  }
  /** A member who has never decided anything about reminders. */
  const newcomer = async (grants: number) => {
    const memberId = await addMember(database, { topic: 'new_events', templateId: 'template-a' })
    const balance = { memberId, templateId: REMINDER, available: grants, updatedAt: 1 }
    await database.write((manager) => manager.insert(GrantBalanceEntity, balance))
    return memberId
  }
  const chooses = (memberId: string, remind: boolean, articleId = ARTICLE) =>
    createEventChoices(database).choose(memberId, articleId, remind, NOW)
  const reminder = (more: Parameters<typeof addNotice>[1] = {}) =>
    addNotice(database, { articleId: ARTICLE, kind: 'reminder', audience: 'told', templateId: REMINDER, ...more })
  const prepared = async (more = {}, chunk = 2) => {
    const noticeId = await reminder(more)
    while (!(await ledger.prepareChunk(noticeId, chunk, NOW)).done);
    return noticeId
  }
  const waiting = async (noticeId: string) =>
    (await deliveriesOf(database, noticeId)).filter(({ state }) => state === 'pending').map(({ memberId }) => memberId)
  const counted = () => createNoticeStore(database).audienceTold(ARTICLE, 'reminder', 'event_reminder', REMINDER)

  /** Everybody that a reminder has to tell apart. */
  async function everybody() {
    const reached = {
      told: await told(),
      toldAndChose: await told(),
      chose: await member(),
      choseThisOneAlone: await member({ subscribed: false }),
      newcomer: await newcomer(1),
      toldChoseThisOneAlone: await told({ subscribed: false }),
    }
    const without = await newcomer(0)
    const declined = await told()
    await told({ subscribed: false })
    await member()
    for (const memberId of [reached.toldAndChose, reached.chose, reached.choseThisOneAlone, reached.newcomer]) {
      await chooses(memberId, true)
    }
    await chooses(reached.toldChoseThisOneAlone, true)
    await chooses(without, true)
    await chooses(declined, false)
    // of another event: neither counts here
    await chooses(reached.told, false, OTHER)
    await chooses(await member(), true, OTHER)
    return { reached: Object.values(reached).sort(), without, declined }
  }

  // Fails when the choices are no source of the audience, or when "not this event" is left out.
  it('reach who was told or chose the event, and nobody who declined it', async () => {
    const { reached, without } = await everybody()
    expect(await counted()).toEqual({ willGet: 6, noGrant: 1, notSubscribed: 2 })
    const noticeId = await prepared()
    expect(await waiting(noticeId)).toEqual(reached)
    expect(await statesOf(database, noticeId)).toEqual({ pending: 6, skipped: 1 })
    const skipped = (await deliveriesOf(database, noticeId)).find(({ state }) => state === 'skipped')
    expect(skipped).toMatchObject({ memberId: without, reason: 'no_grant' })
  })

  it('name each member once, whatever the chunks', async () => {
    const { reached } = await everybody()
    for (const chunk of [1, 3, 500]) {
      const rows = await deliveriesOf(database, await prepared({}, chunk))
      expect(rows.map(({ memberId }) => memberId).filter((id) => reached.includes(id))).toEqual(reached)
    }
  })

  it('go to them although their topic is off, and not to who declines or leaves while it is under way', async () => {
    const alone = await member({ subscribed: false })
    const [declines, leaves, hasChosenAndLeaves, isTold] = [await told(), await told(), await member(), await told()]
    await chooses(alone, true)
    await chooses(hasChosenAndLeaves, true)
    const noticeId = await prepared()
    await chooses(declines, false)
    await turnOff(database, leaves, 'event_reminder')
    await createAlertStore(database).setTopic(hasChosenAndLeaves, 'event_reminder', false, NOW)
    const worker = await ledger.startWorker()
    const { claims } = await ledger.claim(worker, 10, NOW)
    expect(claims.map(({ memberId }) => memberId).sort()).toEqual([alone, isTold].sort())
    expect(await statesOf(database, noticeId)).toEqual({ sending: 2, skipped: 3 })
  })

  it('are counted for a follow-up too, subscribers of the topic or not', async () => {
    const root = await prepared({ status: 'finished' })
    await database.write((manager) => manager.query("UPDATE notice SET status = 'finished' WHERE id = ?", [root]))
    const store = createNoticeStore(database)
    expect(await store.canStillGet(root)).toBe(0)
    const late = [await newcomer(1), await newcomer(1)]
    for (const memberId of late) await chooses(memberId, true)
    expect(await store.canStillGet(root)).toBe(2)
    const followUp = await prepared({ audience: 'follow_up', followsUp: root })
    expect(await waiting(followUp)).toEqual(late.sort())
  })

  it('other notices of the event do not ask the choice', async () => {
    const memberId = await addMember(database)
    await chooses(memberId, false)
    const change = await addNotice(database, { articleId: ARTICLE, kind: 'preview' })
    await ledger.prepareChunk(change, 10, NOW)
    const worker = await ledger.startWorker()
    expect((await ledger.claim(worker, 10, NOW)).claims).toHaveLength(1)
  })

  it('the later decision counts: turning the topic off ends the choices made before', async () => {
    const memberId = await member()
    await chooses(memberId, true)
    await chooses(memberId, false, OTHER)
    await createAlertStore(database).setTopic(memberId, 'event_reminder', false, NOW)
    const left = await database.read.findBy(MemberEventChoiceEntity, { memberId })
    expect(left.map(({ articleId, remind }) => [articleId, remind])).toEqual([[OTHER, false]])
    await chooses(memberId, true)
    expect(await waiting(await prepared())).toEqual([memberId])
    expect(await database.read.existsBy(MemberEntity, { id: memberId })).toBe(true)
  })
})

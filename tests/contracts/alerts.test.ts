import { createGrantEvents } from '../../server/features/alerts'
import { recordAppAnswers } from '../../server/features/alerts/recordAnswers'
import { newId } from '../../server/kernel/ids'
import type { Database } from '../../server/store/database'
import { DeliveryEntity, GrantAnswerEntity, GrantBalanceEntity, MemberEntity } from '../../server/store/entities'
import { createAlertStore } from '../../server/store/repositories/alerts'
import { availableDatabases, openFreshDatabase, type OpenFreshDatabase } from '../support/databases'
import { addDelivery } from '../support/ledgerRows'

const PREVIEW = 'template-preview'
const CHANGE = 'template-change'
const MINUTE = 60_000

describe.each(availableDatabases)('grants on %s', (kind) => {
  let open: OpenFreshDatabase
  let database: Database
  let now: number

  beforeAll(async () => {
    open = await openFreshDatabase(kind)
    database = open.database
  })
  afterAll(() => open.close())
  beforeEach(() => {
    now = Date.UTC(2026, 10, 23, 4)
  })

  function house() {
    const store = createAlertStore(database)
    const templates = [
      { kind: 'preview', id: PREVIEW },
      { kind: 'reminder', id: 'template-reminder' },
      { kind: 'change', id: CHANGE },
    ] as const
    const ports = { store, templates, clock: { now: () => now } }
    return { store, app: recordAppAnswers(ports), wechat: createGrantEvents(ports) }
  }

  /** A new member, with what the app and WeChat tell of them. */
  async function member() {
    const { store, app, wechat } = house()
    const id = newId()
    const openid = `o-${id}`
    await database.write((manager) => manager.insert(MemberEntity, { id, openid, createdAt: now, lastSeenAt: now }))
    const accept = [{ templateId: PREVIEW, answer: 'accept' as const }]
    return {
      id,
      openid,
      appTells: (requestId: string = newId(), answers = accept) => app({ memberId: id, requestId, answers }),
      wechatTells: (eventKey: string = newId(), answers = accept) => wechat.recordAnswers(openid, answers, eventKey),
      unsubscribes: (eventKey: string = newId()) => wechat.recordUnsubscribed(openid, [PREVIEW], eventKey),
      turnsOff: () => store.setTopic(id, 'new_events', false, now),
      remaining: async () => (await store.ofMember(id)).available.get(PREVIEW) ?? 0,
      subscribed: async () => (await store.ofMember(id)).subscribed.has('new_events'),
    }
  }

  it('counts an accept once, whichever teller comes first', async () => {
    const first = await member()
    await first.appTells()
    await first.wechatTells()
    expect(await first.remaining()).toBe(1)
    const second = await member()
    await second.wechatTells()
    await second.appTells()
    expect(await second.remaining()).toBe(1)
    expect(await second.subscribed()).toBe(true)
  })

  it('counts an accept once when both tell at the same moment, and every accept of a busy member', async () => {
    const busy = await member()
    await Promise.all(Array.from({ length: 5 }, () => [busy.appTells(), busy.wechatTells()]).flat())
    expect(await busy.remaining()).toBe(5)
  })

  it('takes two accepts of one teller for two grants', async () => {
    const { appTells, wechatTells, remaining } = await member()
    await appTells()
    await appTells()
    expect(await remaining()).toBe(2)
    await wechatTells()
    await wechatTells()
    expect(await remaining()).toBe(2)
    await wechatTells()
    expect(await remaining()).toBe(3)
  })

  it('takes an accept that is told more than ten minutes later for another one', async () => {
    const { appTells, wechatTells, remaining } = await member()
    await appTells()
    now += 10 * MINUTE
    await wechatTells()
    expect(await remaining()).toBe(1)
    await appTells()
    now += 10 * MINUTE + 1
    await wechatTells()
    expect(await remaining()).toBe(3)
  })

  it('counts a repeated request and a repeated event once, also at the same moment', async () => {
    const { appTells, wechatTells, remaining } = await member()
    const requestId = newId()
    await Promise.all([appTells(requestId), appTells(requestId), appTells(requestId)])
    expect(await remaining()).toBe(1)
    const eventKey = newId()
    await wechatTells(eventKey)
    await Promise.all([wechatTells(eventKey), wechatTells(eventKey)])
    expect(await remaining()).toBe(1)
  })

  it.each(['reject', 'ban', 'filter'] as const)('records a %s and grants nothing', async (answer) => {
    const { id, appTells, remaining, subscribed } = await member()
    await appTells(newId(), [{ templateId: PREVIEW, answer: answer as 'accept' }])
    expect([await remaining(), await subscribed()]).toEqual([0, false])
    expect(await database.read.countBy(GrantAnswerEntity, { memberId: id, answer })).toBe(1)
  })

  it('records nothing at all when one of the templates is unknown', async () => {
    const { id, appTells } = await member()
    const answers = [PREVIEW, 'somebody-elses'].map((templateId) => ({ templateId, answer: 'accept' as const }))
    await expect(appTells(newId(), answers)).rejects.toMatchObject({ code: 'template_unknown' })
    expect(await database.read.countBy(GrantAnswerEntity, { memberId: id })).toBe(0)
  })

  it('keeps the grants of a topic that is turned off, and does not turn it on by the second telling', async () => {
    const { appTells, wechatTells, turnsOff, remaining, subscribed } = await member()
    await appTells()
    await turnsOff()
    await wechatTells()
    expect([await remaining(), await subscribed()]).toEqual([1, false])
    await appTells()
    expect([await remaining(), await subscribed()]).toEqual([2, true])
  })

  it('drops the free grants of a member who unsubscribes in WeChat, and leaves reserved ones to the send', async () => {
    const { id, appTells, unsubscribes, remaining, subscribed } = await member()
    await appTells()
    await appTells()
    await database.write((manager) =>
      manager.update(GrantBalanceEntity, { memberId: id, templateId: PREVIEW }, { available: 1 }),
    )
    const of = { noticeId: newId(), memberId: id, templateId: PREVIEW }
    const deliveryId = await addDelivery(database, { ...of, state: 'pending', grantState: 'reserved' })
    const eventKey = newId()
    await unsubscribes(eventKey)
    expect([await remaining(), await subscribed()]).toEqual([0, false])
    expect(await database.read.findOneByOrFail(DeliveryEntity, { id: deliveryId })).toMatchObject({
      state: 'pending',
      grantState: 'reserved',
    })
    await appTells()
    await unsubscribes(eventKey)
    expect([await remaining(), await subscribed()]).toEqual([1, true])
  })

  it('has nothing to do for an openid or a template that is not ours', async () => {
    const { wechat } = house()
    const accept = { templateId: PREVIEW, answer: 'accept' as const }
    expect(await wechat.recordAnswers('o-stranger', [accept], newId())).toBe(false)
    const { wechatTells } = await member()
    expect(await wechatTells(newId(), [{ ...accept, templateId: 'other' }])).toBe(false)
  })
})

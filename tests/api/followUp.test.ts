import type { DeliveryTimeline, NoticeDetail } from '../../shared/contract'
import { newId } from '../../server/kernel/ids'
import { SANDBOX_TEMPLATE_IDS } from '../../server/wechat/sandbox'
import { availableDatabases } from '../support/databases'
import { addDelivery } from '../support/deliveryRows'
import { detailOf, publishEvent, untilOver } from '../support/desk'
import { eventArticle, eventInput } from '../support/factories'
import { codeOf } from '../support/http'
import { addMember, addNotice, balanceOf, deliveriesOf, deliveryOf } from '../support/ledgerRows'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, type StaffBrowser } from '../support/staff'

const templateId = SANDBOX_TEMPLATE_IDS.preview

describe.each(availableDatabases)('after a notice, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const followUp = (id: string) => staff.call<NoticeDetail>('POST', `/api/admin/notices/${id}/follow-up`)
  const settle = (id: string, outcome: string, note = '会员来电确认') =>
    staff.call<DeliveryTimeline>('POST', `/api/admin/deliveries/${id}/settle`, { json: { outcome, note } })

  it('a follow-up reaches who was left out and can get it now, and repeats nobody, however often it is clicked', async () => {
    const article = await publishEvent(staff)
    const noticeId = await addNotice(server.database, { articleId: article.id, status: 'finished', templateId })
    const ended = [
      { state: 'sent' as const, reason: 'accepted' as const },
      { state: 'unknown' as const, reason: 'no_answer' as const },
      { state: 'unconfirmed' as const, reason: 'no_event_72h' as const },
      { state: 'rejected' as const, reason: 'invalid_openid' as const },
    ]
    for (const how of ended) {
      const memberId = await addMember(server.database, { templateId })
      await addDelivery(server.database, { noticeId, memberId, templateId, ...how })
    }
    const leftOut = await addMember(server.database, { templateId })
    const stillNone = await addMember(server.database, { templateId, grants: 0 })
    for (const memberId of [leftOut, stillNone]) {
      await addDelivery(server.database, { noticeId, memberId, templateId, state: 'skipped', reason: 'no_grant' })
    }
    const newcomer = await addMember(server.database, { templateId })
    expect((await detailOf(staff, noticeId)).canStillGet).toBe(2)

    const clicks = await Promise.all(Array.from({ length: 6 }, () => followUp(noticeId)))
    const made = clicks.filter(({ status }) => status === 201)
    expect(made).toHaveLength(1)
    for (const refused of clicks.filter(({ status }) => status !== 201)) {
      expect(['notice_move', 'notice_nobody']).toContain(codeOf(refused))
    }
    const next = made[0]?.body.id ?? ''
    expect(made[0]?.body).toMatchObject({ followsUp: noticeId, kind: 'preview' })
    await untilOver(staff, next)
    const reached = (await deliveriesOf(server.database, next)).map(({ memberId }) => memberId)
    expect(reached.sort()).toEqual([leftOut, newcomer].sort())
    // both are known to WeChat's stand-in as nobody: a lasting no, so that nobody is left to be told
    expect(codeOf(await followUp(noticeId))).toBe('notice_nobody')
    expect(codeOf(await followUp(next))).toBe('notice_nobody')
  })

  it('a follow-up about an event that is cancelled or over is refused', async () => {
    const article = await publishEvent(staff)
    const noticeId = await addNotice(server.database, { articleId: article.id, status: 'finished', templateId })
    const json = { version: article.version, article: eventArticle({ event: eventInput({ decision: 'cancelled' }) }) }
    await staff.call('PUT', `/api/admin/articles/${article.id}`, { json })
    expect(codeOf(await followUp(noticeId))).toBe('notice_event_cancelled')
    const past = eventInput({ startsAt: '2026-01-01T08:00:00Z', endsAt: '2026-01-01T09:00:00Z' })
    const over = await publishEvent(staff, { event: past })
    const overNotice = await addNotice(server.database, { articleId: over.id, status: 'finished', templateId })
    expect(codeOf(await followUp(overNotice))).toBe('notice_event_over')
  })

  it('what nobody knows is settled once, by name and with a note; the member’s next notice goes on', async () => {
    const noticeId = await addNotice(server.database, { status: 'finished', templateId })
    const memberId = await addMember(server.database, { templateId })
    const id = await addDelivery(server.database, {
      ...{ noticeId, memberId, templateId, state: 'unknown', reason: 'no_answer', grantState: 'spent' },
    })
    const waiting = await addNotice(server.database, { status: 'paused', templateId })
    await addDelivery(server.database, { noticeId: waiting, memberId, templateId, state: 'pending' })
    expect((await settle(id, 'sent', ' ')).body).toMatchObject({ error: { fields: { note: { code: 'required' } } } })

    const clicks = await Promise.all([settle(id, 'failed'), settle(id, 'sent'), settle(id, 'failed')])
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const settled = clicks.find(({ status }) => status === 200)?.body
    const { state } = await deliveryOf(server.database, noticeId, memberId)
    expect(settled?.delivery).toMatchObject({ id, state, reason: 'staff_decision' })
    expect(settled?.steps).toMatchObject([
      { state: 'pending' },
      { state: 'sending' },
      { state: 'unknown', reason: 'no_answer', by: null },
      { state, reason: 'staff_decision', by: '王主任', note: '会员来电确认' },
    ])
    expect(codeOf(await settle(id, 'sent'))).toBe('delivery_move')
    expect(await balanceOf(server.database, memberId, templateId)).toBe('1/0/1')
    expect((await deliveryOf(server.database, waiting, memberId)).notBefore).toBeLessThanOrEqual(server.clock.now())
  })

  it('what is known is not for staff to decide', async () => {
    const noticeId = await addNotice(server.database, { status: 'finished' })
    for (const [state, reason] of [
      ['sent', 'accepted'],
      ['failed', 'budget_spent'],
      ['rejected', 'not_subscribed'],
      ['skipped', 'no_grant'],
    ] as const) {
      const id = await addDelivery(server.database, { noticeId, memberId: newId(), state, reason })
      expect(codeOf(await settle(id, 'sent'))).toBe('delivery_move')
      expect(codeOf(await settle(id, 'failed'))).toBe('delivery_move')
    }
    expect(codeOf(await settle(newId(), 'sent'))).toBe('delivery_not_found')
  })
})

import type { Audience, NoticeDetail, StaffArticle } from '../../shared/contract'
import { HOUR_MS } from '../../shared/domain/time'
import { newId } from '../../server/kernel/ids'
import { SANDBOX_TEMPLATE_IDS } from '../../server/wechat/sandbox'
import { availableDatabases } from '../support/databases'
import { addDelivery } from '../support/deliveryRows'
import { changeValues, detailOf, publishEvent, reminderValues, untilOver } from '../support/desk'
import { eventArticle, eventInput } from '../support/factories'
import { codeOf } from '../support/http'
import { addMember, addNotice, deliveriesOf } from '../support/ledgerRows'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, logInAs, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

describe.each(availableDatabases)('staff decide notices about an event, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const decide = (json: object) =>
    staff.call<NoticeDetail>('POST', '/api/admin/notices', { json: { at: null, atNight: true, ...json } })
  const move = (id: string, name: string) => staff.call<NoticeDetail>('POST', `/api/admin/notices/${id}/${name}`)
  const save = async (article: StaffArticle, more: Parameters<typeof eventArticle>[0]) => {
    const json = { version: article.version, article: eventArticle(more) }
    return (await staff.call<StaffArticle>('PUT', `/api/admin/articles/${article.id}`, { json })).body
  }
  const actionsOf = async (id: string): Promise<string[]> => {
    const query = 'SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY id'
    return (await server.database.read.query<{ action: string }[]>(query, [id])).map(({ action }) => action)
  }

  /** An event whose announcement reached one member, may have reached another and left a third out. */
  const announcedEvent = async (templateId: string, topic: 'event_reminder' | 'event_change') => {
    const article = await publishEvent(staff)
    const noticeId = await addNotice(server.database, { articleId: article.id, status: 'finished' })
    const member = () => addMember(server.database, { topic, templateId })
    const [told, perhaps, leftOut, deaf] = [await member(), await member(), await member(), await member()]
    await addDelivery(server.database, { noticeId, memberId: told })
    await addDelivery(server.database, { noticeId, memberId: perhaps, state: 'unknown', reason: 'no_answer' })
    await addDelivery(server.database, { noticeId, memberId: leftOut, state: 'skipped', reason: 'no_grant' })
    await addDelivery(server.database, { noticeId, memberId: deaf, state: 'rejected', reason: 'not_subscribed' })
    return { article, told, perhaps, leftOut }
  }

  it('a reminder goes to those who were certainly told, once', async () => {
    const { article, told } = await announcedEvent(SANDBOX_TEMPLATE_IDS.reminder, 'event_reminder')
    const audience = await staff.call<Audience>('GET', `/api/admin/audience?kind=reminder&articleId=${article.id}`)
    expect(audience.body).toEqual({ willGet: 1, noGrant: 0, notSubscribed: 0 })
    const command = { articleId: article.id, kind: 'reminder', values: reminderValues() }
    const [first, second] = await Promise.all([decide(command), decide(command)])
    expect([first.status, second.status].sort()).toEqual([201, 409])
    const made = first.status === 201 ? first.body : second.body
    expect(codeOf(first.status === 409 ? first : second)).toBe('notice_exists')
    await untilOver(staff, made.id)
    expect((await deliveriesOf(server.database, made.id)).map(({ memberId }) => memberId)).toEqual([told])
    expect(await actionsOf(made.id)).toEqual(['notice.decide'])
  })

  it('a change goes to whoever may have been told, and the same change once', async () => {
    const { article, told, perhaps } = await announcedEvent(SANDBOX_TEMPLATE_IDS.change, 'event_change')
    const command = { articleId: article.id, kind: 'change', values: changeValues() }
    const made = await decide(command)
    expect(made.status).toBe(201)
    await untilOver(staff, made.body.id)
    const rows = await deliveriesOf(server.database, made.body.id)
    expect(rows.map(({ memberId }) => memberId).sort()).toEqual([told, perhaps].sort())
    expect(codeOf(await decide(command))).toBe('notice_exists')
    await save(article, { event: eventInput({ venue: '别处' }) })
    // the event moved once more: that is news
    expect((await decide(command)).status).toBe(201)
  })

  it('a cancellation needs a cancelled event, and a cancelled event needs nothing else', async () => {
    const { article } = await announcedEvent(SANDBOX_TEMPLATE_IDS.change, 'event_change')
    const about = { articleId: article.id, values: changeValues() }
    expect(codeOf(await decide({ ...about, kind: 'cancellation' }))).toBe('notice_event_not_cancelled')
    await save(article, { event: eventInput({ decision: 'cancelled' }) })
    expect(codeOf(await decide({ ...about, kind: 'change' }))).toBe('notice_event_cancelled')
    expect(codeOf(await decide({ ...about, kind: 'reminder', values: reminderValues() }))).toBe(
      'notice_event_cancelled',
    )
    const told = await decide({ ...about, kind: 'cancellation' })
    expect(told).toMatchObject({ status: 201, body: { kind: 'cancellation' } })
    await untilOver(staff, told.body.id)
    expect(codeOf(await decide({ ...about, kind: 'cancellation' }))).toBe('notice_exists')
  })

  it('what cannot be told is refused by name', async () => {
    const article = await publishEvent(staff)
    const about = { articleId: article.id, kind: 'reminder', values: reminderValues() }
    expect(codeOf(await decide({ ...about, articleId: newId() }))).toBe('article_not_found')
    expect(codeOf(await decide(about))).toBe('notice_nobody')
    expect(codeOf(await decide({ ...about, at: new Date(Date.now() - HOUR_MS).toISOString() }))).toBe('time_past')
    expect(codeOf(await decide({ ...about, at: article.event?.endsAt }))).toBe('notice_event_over')
    const wrong = await decide({ ...about, values: { ...reminderValues(), thing1: '', other1: 'x' } })
    expect(wrong.body).toMatchObject({
      error: { fields: { 'values.thing1': { code: 'field_empty' }, 'values.other1': { code: 'field_format' } } },
    })
    const plain = await staff.call<StaffArticle>('POST', `/api/admin/articles/${article.id}/withdraw`, {
      json: { version: article.version },
    })
    expect(plain.status).toBe(200)
    expect(codeOf(await decide(about))).toBe('article_not_published')
  })

  it('one for later waits, can be cancelled before anybody heard, and be decided anew', async () => {
    const article = await publishEvent(staff)
    const at = new Date(Date.now() + HOUR_MS).toISOString()
    const command = { articleId: article.id, kind: 'change', values: changeValues(), at, atNight: false }
    const made = await decide(command)
    expect(made).toMatchObject({ status: 201, body: { status: 'scheduled', scheduledAt: at, atNight: false } })
    expect(codeOf(await decide(command))).toBe('notice_exists')
    expect(codeOf(await move(made.body.id, 'pause'))).toBe('notice_move')
    expect((await move(made.body.id, 'cancel')).body.status).toBe('cancelled')
    expect((await decide(command)).status).toBe(201)
  })

  it('a running one is held, goes on and is ended; one that is over does nothing of that', async () => {
    const id = await addNotice(server.database, { status: 'paused' })
    await addDelivery(server.database, { noticeId: id, memberId: newId(), state: 'pending' })
    expect((await move(id, 'resume')).body).toMatchObject({ status: 'running', pauseReason: null })
    expect((await move(id, 'pause')).body).toMatchObject({ status: 'paused', pauseReason: 'staff' })
    expect(codeOf(await move(id, 'pause'))).toBe('notice_move')
    expect((await move(id, 'resume')).body).toMatchObject({ status: 'running', pauseReason: null })
    expect(codeOf(await move(id, 'resume'))).toBe('notice_move')
    const clicks = await Promise.all([move(id, 'cancel'), move(id, 'cancel'), move(id, 'cancel')])
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    await untilOver(staff, id)
    for (const name of ['pause', 'resume', 'cancel', 'follow-up'])
      expect(codeOf(await move(id, name))).toBe('notice_move')
    expect(codeOf(await move(newId(), 'pause'))).toBe('notice_not_found')
    expect(await actionsOf(id)).toEqual(['notice.resume', 'notice.pause', 'notice.resume', 'notice.cancel'])
    await until(
      () => deliveriesOf(server.database, id),
      ([row]) => row?.state === 'skipped' && row.reason === 'notice_cancelled',
    )
  })

  it('a writer may look and decide nothing', async () => {
    await addStaff(server.database, { login: 'writer', role: 'writer' })
    const writer = await logInAs(server, 'writer')
    const id = await addNotice(server.database, { status: 'paused' })
    expect((await writer.call('GET', `/api/admin/notices/${id}`)).status).toBe(200)
    const json = { articleId: newId(), kind: 'change', values: {}, at: null, atNight: false }
    expect(codeOf(await writer.call('POST', '/api/admin/notices', { json }))).toBe('role_forbidden')
    for (const name of ['pause', 'resume', 'cancel', 'follow-up']) {
      expect(codeOf(await writer.call('POST', `/api/admin/notices/${id}/${name}`))).toBe('role_forbidden')
    }
    const settle = { json: { outcome: 'sent', note: 'x' } }
    expect(codeOf(await writer.call('POST', `/api/admin/deliveries/${newId()}/settle`, settle))).toBe('role_forbidden')
    expect((await detailOf(staff, id)).status).toBe('paused')
  })
})

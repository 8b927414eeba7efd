import { createHmac } from 'node:crypto'
import type { CalendarLink, EventReminder, Home, ReceivedPage, StaffArticle } from '../../shared/contract'
import type { MemberSession } from '../../shared/contract'
import { DAY_MS, HOUR_MS } from '../../shared/domain/time'
import type { Logger } from '../../server/kernel/logger'
import { NoticeEntity } from '../../server/store/entities'
import { SANDBOX_TEMPLATE_IDS } from '../../server/wechat/sandbox'
import { availableDatabases } from '../support/databases'
import { publishEvent, reminderValues, untilOver } from '../support/desk'
import { tablesHolding } from '../support/everyRow'
import { articleInput, eventInput, noticeValues } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startLoginStandIn } from '../support/loginStandIn'
import { addDelivery, addNotice } from '../support/ledgerRows'
import { openPhone } from '../support/memberPhone'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

const { reminder, preview } = SANDBOX_TEMPLATE_IDS
const NOBODY = '01nbdy00000000000000000000'

describe.each(availableDatabases)('a member and one event, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  let event: StaffArticle
  let plain: StaffArticle
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
    event = await publishEvent(staff)
    const draft = await keepDraft(staff, articleInput())
    const json = { version: draft.version, notice: null }
    plain = (await staff.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, { json })).body
  })
  afterAll(() => server.stop())

  const sandbox = <T>(path: string, json: object, method = 'POST') =>
    request<T>(`${server.url}/sandbox/api${path}`, method, { json })
  async function member() {
    const phone = await openPhone(server.url)
    const shows = (id = event.id) => phone.call<EventReminder>('GET', `/api/articles/${id}/reminder`)
    const decides = (on: boolean, id = event.id) =>
      phone.call<EventReminder>('PUT', `/api/articles/${id}/reminder`, { on })
    const accepts = async (template: string) => {
      await sandbox(`/phones/${phone.phoneId}/subscribe`, { answers: { [template]: 'accept' } })
      return phone.answers({ [template]: 'accept' })
    }
    const got = async () => (await phone.call<ReceivedPage>('GET', '/api/alerts/received')).body.items
    return { ...phone, shows, decides, accepts, got }
  }

  it('follows the topic, for who was told of the event, until the member decides for it', async () => {
    const { memberId, shows, decides, accepts, call } = await member()
    const nothing = { on: false, decided: false, remaining: 0, template: { id: reminder } }
    expect((await shows()).body).toEqual(nothing)
    await accepts(reminder)
    // Wanting reminders reminds nobody of an event that they were not told of.
    expect((await shows()).body).toEqual({ ...nothing, remaining: 1 })
    const noticeId = await addNotice(server.database, { articleId: event.id, status: 'finished' })
    await addDelivery(server.database, { noticeId, memberId, state: 'sent' })
    expect((await shows()).body).toEqual({ ...nothing, on: true, remaining: 1 })
    expect((await decides(false)).body).toEqual({ ...nothing, decided: true, remaining: 1 })
    await call('PUT', '/api/alerts/topics/event_reminder', { subscribed: false })
    expect((await decides(true)).body).toMatchObject({ on: true, decided: true })
    expect((await decides(true)).body).toMatchObject({ on: true, decided: true })
    expect((await shows()).body).toMatchObject({ on: true, decided: true })
  })

  it('is reminded of an event that was announced to nobody, as it stands by then', async () => {
    const quiet = await publishEvent(staff, { title: '没有通知过的活动' })
    const planned = () => server.database.read.findBy(NoticeEntity, { articleId: quiet.id, kind: 'reminder' })
    expect(await planned()).toEqual([])
    const members = await Promise.all([member(), member(), member()])
    for (const one of members) await one.accepts(reminder)
    await Promise.all(members.map((one) => one.decides(true, quiet.id)))
    expect((await planned()).map(({ status }) => status)).toEqual(['scheduled', 'scheduled'])
    const next = eventInput({ venue: '图书馆' })
    const article = { ...articleInput({ channel: 'events', title: quiet.title, event: next }) }
    await staff.call('PUT', `/api/admin/articles/${quiet.id}`, { json: { version: quiet.version, article } })
    const [first] = await planned()
    expect(first?.templateValues).toContain('图书馆')

    await members[1]?.decides(false, quiet.id)
    const json = { articleId: quiet.id, kind: 'reminder', values: reminderValues(), at: null, atNight: true }
    const sent = await staff.call<{ id: string }>('POST', '/api/admin/notices', { json })
    expect(sent.status).toBe(201)
    expect((await untilOver(staff, sent.body.id)).counts).toMatchObject({ sent: 2 })
    const got = await Promise.all(members.map((one) => one.got()))
    expect(got.map((items) => items.length)).toEqual([1, 0, 1])
    expect(got[0]?.[0]).toMatchObject({
      kind: 'reminder',
      title: quiet.title,
      article: { id: quiet.id },
      state: 'sent',
    })
  })

  it('refuses what cannot be, in its order', async () => {
    const { shows, decides, call } = await member()
    expect(codeOf(await shows(NOBODY))).toBe('article_not_found')
    expect(codeOf(await shows('../x'))).toMatch(/article_not_found|route_not_found/)
    expect(codeOf(await shows(plain.id))).toBe('notice_needs_event')
    expect(codeOf(await decides(true, plain.id))).toBe('notice_needs_event')
    expect(codeOf(await call('PUT', `/api/articles/${event.id}/reminder`, { on: 'yes' }))).toBe('request_invalid')
    expect(codeOf(await request(`${server.url}/api/articles/${event.id}/reminder`))).toBe('session_required')
    expect(codeOf(await call('GET', `/api/articles/${plain.id}/calendar-link`))).toBe('notice_needs_event')
    const soon = eventInput({
      startsAt: new Date(Date.now() + HOUR_MS).toISOString(),
      endsAt: new Date(Date.now() + 2 * HOUR_MS).toISOString(),
    })
    const over = await publishEvent(staff, { event: soon })
    server.clock.advance(3 * HOUR_MS)
    expect(codeOf(await decides(true, over.id))).toBe('notice_event_over')
  })

  it('lists what was received, page by page, newest first, with the words of what can no longer be read', async () => {
    const { call, accepts, got } = await member()
    const other = await member()
    const articles: StaffArticle[] = []
    for (const title of ['第一场', '第二场', '第三场']) {
      await accepts(preview)
      const draft = await keepDraft(staff, { ...articleInput({ channel: 'events', title, event: eventInput() }) })
      const json = { version: draft.version, notice: { values: noticeValues({ thing1: title }), atNight: true } }
      articles.push((await staff.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, { json })).body)
      await until(got, (items) => items.length === articles.length)
    }
    const last = articles[2]
    await staff.call('POST', `/api/admin/articles/${last?.id}/withdraw`, { json: { version: last?.version } })
    const first = await call<ReceivedPage>('GET', '/api/alerts/received?limit=2')
    expect(first.body.items.map(({ title, article }) => [title, article?.id ?? null])).toEqual([
      ['第三场', null],
      ['第二场', articles[1]?.id],
    ])
    const rest = await call<ReceivedPage>('GET', `/api/alerts/received?limit=2&cursor=${first.body.nextCursor}`)
    expect(rest.body.items.map(({ title }) => title)).toEqual(['第一场'])
    expect(rest.body.nextCursor).toBeNull()
    expect(await other.got()).toEqual([])
    for (const cursor of ['x', Buffer.from("' OR 1=1 --").toString('base64url')]) {
      expect(codeOf(await call('GET', `/api/alerts/received?cursor=${cursor}`))).toBe('cursor_invalid')
    }
  })

  it('answers WeChat’s pre-fetch with the first screen, whatever it is called with', async () => {
    const asked = '?appid=wx0123456789abcdef&timestamp=1&token=&scene=1001&path=pages%2Fhome%2Findex&x=1&x=2'
    const prefetched = await request<Home>(`${server.url}/api/prefetch${asked}`)
    const home = await request<Home>(`${server.url}/api/home`)
    expect(prefetched.status).toBe(200)
    expect({ ...prefetched.body, now: '' }).toEqual({ ...home.body, now: '' })
    expect(JSON.stringify(prefetched.body).length).toBeLessThan(256 * 1024)
  })
})

describe.each(availableDatabases)('the link back from a calendar entry, on %s', (kind) => {
  const SESSION_KEY = 'tiihtNczf5v6AKRyjwEUhQ=='
  const OPENID = 'o6zAJs1GUyA4-canary-openid'
  const lines: string[] = []
  let standIn: Awaited<ReturnType<typeof startLoginStandIn>>
  let server: TestServer
  beforeAll(async () => {
    standIn = await startLoginStandIn({ openid: OPENID, session_key: SESSION_KEY })
    const kept = (fields: object, message: string) => void lines.push(JSON.stringify([fields, message]))
    const logger: Logger = { debug: kept, info: kept, warn: kept, error: kept }
    const environment = { WECHAT_API_BASE: standIn.url }
    server = await startTestServer({ database: kind, seed: false, environment, logger })
  })
  afterAll(async () => {
    await server.stop()
    await standIn.stop()
  })

  const logIn = () => request<MemberSession>(`${server.url}/api/session`, 'POST', { json: { code: 'a-code' } })

  it('is signed with WeChat’s session key, which is kept sealed and told to nobody', async () => {
    const event = await publishEvent(await asAdministrator(server))
    const session = await logIn()
    const headers = { authorization: `Bearer ${session.body.token}` }
    const link = () => request<CalendarLink>(`${server.url}/api/articles/${event.id}/calendar-link`, 'GET', { headers })
    const { body } = await link()
    const path = `pages/article/index?id=${event.id}`
    expect(body).toEqual({ path, signature: createHmac('sha256', SESSION_KEY).update(path).digest('hex') })

    const everything = await request(`${server.url}/api/me/export`, 'GET', { headers })
    const words = JSON.stringify([session.body, body, everything.body, lines])
    for (const secret of [SESSION_KEY, OPENID]) expect(words).not.toContain(secret)
    expect(await tablesHolding(server.database, [SESSION_KEY])).toEqual([])

    // A sealed key is of no use in another row, and one that cannot be opened is as good as none.
    await server.database.write((manager) => manager.query("UPDATE member_session SET session_key = 'AAAA'"))
    expect([(await link()).status, codeOf(await link())]).toEqual([409, 'session_key_missing'])
    await server.database.write((manager) => manager.query('UPDATE member_session SET session_key = NULL'))
    expect(codeOf(await link())).toBe('session_key_missing')
    await logIn()
    expect((await link()).body).toEqual(body)
    server.clock.advance(31 * DAY_MS)
    expect((await link()).status).toBe(401)
  })
})

import type { Audience, NoticeTest, Overview, StaffArticle } from '../../shared/contract'
import { MINUTE_MS } from '../../shared/domain/time'
import { MemberTopicEntity, NoticeEntity, GrantBalanceEntity, StaffEntity } from '../../server/store/entities'
import { SANDBOX_TEMPLATE_IDS } from '../../server/wechat/sandbox'
import { bindPhone } from '../support/binding'
import { availableDatabases } from '../support/databases'
import { changeValues, detailOf, publishEvent, reminderValues, untilOver } from '../support/desk'
import { codeOf, request, type Answer } from '../support/http'
import { openPhone } from '../support/memberPhone'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, logInAs, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

const { reminder, change } = SANDBOX_TEMPLATE_IDS

interface Arrived {
  notices: { templateId: string; rows: { value: string }[]; page: string }[]
}

describe.each(availableDatabases)('send to me first, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  let event: StaffArticle
  let colleagues = 0
  beforeEach(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
    event = await publishEvent(staff)
  })
  afterEach(() => server.stop())

  const send = (browser: StaffBrowser, json: object = {}) =>
    browser.call<NoticeTest>('POST', '/api/admin/notice-tests', {
      json: { articleId: event.id, kind: 'reminder', values: reminderValues(), ...json },
    })
  const seen = async (browser: StaffBrowser, id: string) =>
    (await browser.call<NoticeTest>('GET', `/api/admin/notice-tests/${id}`)).body
  const untilState = (browser: StaffBrowser, id: string, state: NoticeTest['state']) =>
    until(
      () => seen(browser, id),
      (test) => test.state === state,
    )
  const fault = (json: object) => request(`${server.url}/sandbox/api/faults`, 'POST', { json })
  const arrivedOn = async (phoneId: string) =>
    (await request<Arrived>(`${server.url}/sandbox/api/phones/${phoneId}/notices`)).body.notices

  /** An editor whose phone has been bound, with so many grants at WeChat and in our count. */
  async function bound(grants: Record<string, number> = { [reminder]: 1 }) {
    const login = `editor${(colleagues += 1)}`
    await addStaff(server.database, { login, role: 'editor' })
    const browser = await logInAs(server, login)
    const phone = await openPhone(server.url)
    await bindPhone(server.url, browser, phone)
    for (const [templateId, count] of Object.entries(grants)) {
      for (let given = 0; given < count; given += 1) {
        const subscribe = `${server.url}/sandbox/api/phones/${phone.phoneId}/subscribe`
        await request(subscribe, 'POST', { json: { answers: { [templateId]: 'accept' } } })
        await phone.answers({ [templateId]: 'accept' })
      }
    }
    return { browser, phone }
  }
  const balance = async (memberId: string, templateId: string) =>
    (await server.database.read.findOneByOrFail(GrantBalanceEntity, { memberId, templateId })).available

  it('sends the very words to the own phone, once for one grant, and counts nowhere', async () => {
    const { browser, phone } = await bound()
    // the author wants no reminders of events: the test still comes
    await phone.call('PUT', '/api/alerts/topics/event_reminder', { subscribed: false })
    const made = await send(browser)
    expect([made.status, made.body.kind]).toEqual([201, 'reminder'])
    expect(await untilState(browser, made.body.id, 'sent')).toMatchObject({ waits: null })
    const [arrived, ...more] = await arrivedOn(phone.phoneId)
    expect(more).toEqual([])
    expect(arrived?.rows.map(({ value }) => value)).toEqual(Object.values(reminderValues()))
    expect(arrived?.page).toBe(`pages/article/index?id=${event.id}`)
    expect(await balance(phone.memberId, reminder)).toBe(0)
    expect(codeOf(await send(browser))).toBe('test_no_grant')

    const list = await staff.call<{ items: unknown[] }>('GET', '/api/admin/notices')
    expect(list.body.items).toEqual([])
    expect(codeOf(await staff.call('GET', `/api/admin/notices/${made.body.id}`))).toBe('notice_not_found')
    for (const move of ['pause', 'cancel', 'follow-up']) {
      expect(codeOf(await staff.call('POST', `/api/admin/notices/${made.body.id}/${move}`))).toBe('notice_not_found')
    }
    const overview = await staff.call<Overview>('GET', '/api/admin/overview?days=30')
    expect(overview.body.notices).toEqual({ total: 0, outcomes: [] })
    expect(overview.body.grants.used.every((used) => used === 0)).toBe(true)
    const article = await staff.call<StaffArticle>('GET', `/api/admin/articles/${event.id}`)
    expect(article.body.notices.filter(({ id }) => id === made.body.id)).toEqual([])
    expect(article.status).toBe(200)
    const month = event.event?.startsAt.slice(0, 7) ?? ''
    const calendar = await staff.call('GET', `/api/admin/calendar?month=${month}`)
    expect(calendar.status).toBe(200)
    expect(JSON.stringify(calendar.body)).not.toContain(made.body.id)
  })

  // Fails when a test counts as having been told: the author stands in the audience of the change.
  it('puts its author into no audience, and keeps them out of none', async () => {
    const { browser, phone } = await bound({ [reminder]: 1, [change]: 2 })
    const test = await send(browser, { kind: 'change', values: changeValues() })
    await untilState(browser, test.body.id, 'sent')
    const told = await staff.call<Audience>('GET', `/api/admin/audience?kind=change&articleId=${event.id}`)
    expect(told.body).toEqual({ willGet: 0, noGrant: 0, notSubscribed: 0 })
    // who chose the event is reminded of it, tested or not
    const first = await send(browser)
    await untilState(browser, first.body.id, 'sent')
    await phone.answers({ [reminder]: 'accept' })
    await request(`${server.url}/sandbox/api/phones/${phone.phoneId}/subscribe`, 'POST', {
      json: { answers: { [reminder]: 'accept' } },
    })
    await phone.call('PUT', `/api/articles/${event.id}/reminder`, { on: true })
    const notice = await staff.call<{ id: string }>('POST', '/api/admin/notices', {
      json: { articleId: event.id, kind: 'reminder', values: reminderValues(), at: null, atNight: true },
    })
    expect(notice.status).toBe(201)
    const over = await untilOver(staff, notice.body.id)
    expect(over.counts.sent).toBe(1)
    expect((await detailOf(staff, notice.body.id)).canStillGet).toBe(0)
    expect((await arrivedOn(phone.phoneId)).filter(({ templateId }) => templateId === reminder)).toHaveLength(2)
  })

  it.each([
    [{ kind: 'errcode', errcode: 43101 }, 'rejected', 'not_subscribed', 0],
    [{ kind: 'errcode', errcode: 40037 }, 'failed', 'template_invalid', 1],
    [{ kind: 'errcode', errcode: 40003 }, 'rejected', 'invalid_openid', 1],
    [{ kind: 'errcode', errcode: 47003 }, 'failed', 'value_invalid', 1],
  ] as const)('WeChat says %o: the author sees it as %s', async (wrong, state, reason, left) => {
    const { browser, phone } = await bound()
    await fault({ on: 'send', ...wrong })
    const made = await send(browser)
    expect(await untilState(browser, made.body.id, state)).toMatchObject({ reason })
    expect(await arrivedOn(phone.phoneId)).toEqual([])
    expect(await balance(phone.memberId, reminder)).toBe(left)
  })

  it('an unknown end is never repeated: the next test is refused until its author says what the phone shows', async () => {
    const { browser, phone } = await bound({ [reminder]: 2 })
    await fault({ kind: 'sent_event_lost' })
    await fault({ on: 'send', kind: 'bad_gateway', accepted: true })
    const made = await send(browser)
    await untilState(browser, made.body.id, 'unknown')
    expect(codeOf(await send(browser))).toBe('test_open')
    expect(await arrivedOn(phone.phoneId)).toHaveLength(1)
    const other = await bound()
    const settle = (by: StaffBrowser) =>
      by.call<NoticeTest>('POST', `/api/admin/notice-tests/${made.body.id}/settle`, { json: { arrived: true } })
    expect(codeOf(await settle(other.browser))).toBe('test_not_found')
    expect((await settle(browser)).body).toMatchObject({ state: 'sent', reason: 'staff_decision' })
    expect(codeOf(await settle(browser))).toBe('test_move')
    const again = await send(browser)
    await untilState(browser, again.body.id, 'sent')
    expect(await arrivedOn(phone.phoneId)).toHaveLength(2)
  })

  it('trouble with the token holds it, in words; given up, it is not sent and its grant goes back', async () => {
    const { browser, phone } = await bound()
    await fault({ on: 'send', kind: 'errcode', errcode: 40001, count: 1000 })
    const made = await send(browser)
    await until(
      () => seen(browser, made.body.id),
      (test) => test.state === 'pending' && test.waits === 'token',
    )
    const given = await until(
      () => browser.call<NoticeTest>('POST', `/api/admin/notice-tests/${made.body.id}/cancel`),
      ({ status }) => status === 200,
    )
    expect(given.body).toMatchObject({ state: 'skipped', waits: null })
    await request(`${server.url}/sandbox/api/faults`, 'DELETE')
    await until(
      () => balance(phone.memberId, reminder),
      (left) => left === 1,
    )
    expect(await arrivedOn(phone.phoneId)).toEqual([])
    expect((await browser.call<{ items: NoticeTest[] }>('GET', '/api/admin/notice-tests')).body.items).toHaveLength(1)
  })

  // Fails when a test that nobody could send waits on: it would come when nobody looks any more.
  it('is given up when it could not go out within ten minutes', async () => {
    const { browser, phone } = await bound()
    await fault({ on: 'send', kind: 'errcode', errcode: 40001, count: 1000 })
    const made = await send(browser)
    await until(
      () => seen(browser, made.body.id),
      (test) => test.waits === 'token',
    )
    server.clock.advance(11 * MINUTE_MS)
    await untilState(browser, made.body.id, 'skipped')
    await request(`${server.url}/sandbox/api/faults`, 'DELETE')
    await until(
      () => balance(phone.memberId, reminder),
      (left) => left === 1,
    )
    expect(await arrivedOn(phone.phoneId)).toEqual([])
  })

  it.each(['unbind', 'disable', 'erase'])('what waits is not sent any more after: %s', async (how) => {
    const { browser, phone } = await bound()
    await fault({ on: 'send', kind: 'errcode', errcode: 40001, count: 1000 })
    const made = await send(browser)
    await until(
      () => seen(browser, made.body.id),
      (test) => test.waits === 'token',
    )
    if (how === 'unbind') await browser.call('DELETE', '/api/admin/me/binding')
    else if (how === 'erase') await phone.call('DELETE', '/api/me')
    else {
      const { id } = await server.database.read.findOneByOrFail(StaffEntity, { login: `editor${colleagues}` })
      await staff.call('POST', `/api/admin/staff/${id}/disable`)
    }
    await request(`${server.url}/sandbox/api/faults`, 'DELETE')
    await until(
      () => server.database.read.findOneByOrFail(NoticeEntity, { id: made.body.id }),
      ({ finishedAt }) => finishedAt !== null,
    )
    expect(await arrivedOn(phone.phoneId)).toEqual([])
  })

  it('is refused without a binding, with a value of 21 characters, about nothing, and too often', async () => {
    await addStaff(server.database, { login: 'alone', role: 'editor' })
    const alone = await logInAs(server, 'alone')
    expect(codeOf(await send(alone))).toBe('binding_missing')
    const { browser, phone } = await bound()
    const long = await send(browser, { values: { ...reminderValues(), thing1: '字'.repeat(21) } })
    const { error } = (long as Answer<unknown>).body as { error: { fields: Record<string, unknown> } }
    expect(Object.keys(error.fields)).toEqual(['values.thing1'])
    expect(codeOf(await send(browser, { articleId: '01nbdy00000000000000000000' }))).toBe('article_not_found')
    await addStaff(server.database, { login: 'writer', role: 'writer' })
    expect((await send(await logInAs(server, 'writer'))).status).toBe(403)
    expect(codeOf(await browser.call('GET', '/api/admin/notice-tests/01nbdy00000000000000000000'))).toBe(
      'test_not_found',
    )

    await server.database.write((manager) =>
      manager.update(GrantBalanceEntity, { memberId: phone.memberId }, { available: 0 }),
    )
    const codes: string[] = []
    for (let times = 0; times < 21; times += 1) codes.push(codeOf(await send(browser)))
    expect(codes.at(0)).toBe('test_no_grant')
    expect(codes.at(-1)).toBe('too_many_requests')
    expect(await server.database.read.countBy(MemberTopicEntity, { memberId: phone.memberId })).toBe(1)
  })
})

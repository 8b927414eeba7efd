import type { ArticlePage, AuditRecord, StaffArticle, StaffCalendar } from '../../shared/contract'
import { openDatabase } from '../../server/store/open'
import { DAY_MS, HOUR_MS } from '../../shared/domain/time'
import { createFreshDatabase, availableDatabases, type FreshDatabase } from '../support/databases'
import { articleInput, eventArticle } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, openBrowser, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'
import { shownTooLate } from '../support/withinASecond'

const soon = (ms: number) => new Date(Date.now() + ms).toISOString()

/** What staff do with one article, by their browser. */
const deskOf = (staff: StaffBrowser) => ({
  post: ({ id, version }: StaffArticle, name: string, json: object = {}) =>
    staff.call<StaffArticle>('POST', `/api/admin/articles/${id}/${name}`, { json: { version, ...json } }),
  now: async ({ id }: { id: string }) => (await staff.call<StaffArticle>('GET', `/api/admin/articles/${id}`)).body,
  withdrawals: async ({ id }: { id: string }) => {
    const { body } = await staff.call<{ items: AuditRecord[] }>(
      'GET',
      '/api/admin/audit?action=article.withdraw&limit=50',
    )
    return body.items.filter(({ subjectId }) => subjectId === id)
  },
})
const isWithdrawn = ({ status }: StaffArticle) => status === 'withdrawn'

describe.each(availableDatabases)('a withdrawal that is set for later, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  let desk: ReturnType<typeof deskOf>
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
    desk = deskOf(staff)
  })
  afterAll(() => server.stop())

  const publish = async (json = articleInput(), more: object = {}) =>
    (await desk.post(await keepDraft(staff, json), 'publish', { notice: null, ...more })).body

  it('happens by itself at that moment, in the name of who set it, and is gone for members', async () => {
    const article = await publish(eventArticle())
    const at = soon(HOUR_MS)
    const set = await desk.post(article, 'withdraw-later', { at })
    expect(set).toMatchObject({ status: 200, body: { status: 'published', withdrawAt: at } })
    const list = await staff.call<{ items: StaffArticle[] }>('GET', '/api/admin/articles')
    expect(list.body.items.find(({ id }) => id === article.id)?.withdrawAt).toBe(at)
    const open = () => request(`${server.url}/api/articles/${article.id}`)
    expect((await open()).status).toBe(200)
    server.clock.advance(HOUR_MS)
    const gone = await until(() => desk.now(article), isWithdrawn)
    server.clock.advance(-HOUR_MS)
    expect(gone).toMatchObject({ withdrawAt: null, updatedBy: '王主任', version: set.body.version + 1 })
    expect(await shownTooLate(async () => (await open()).status === 200)).toEqual([])
    const events = await request<ArticlePage>(`${server.url}/api/channels/events/articles`)
    expect(events.body.items.map(({ id }) => id)).not.toContain(article.id)
    expect(await desk.withdrawals(article)).toMatchObject([{ detail: { scheduled: true } }])
    // the event's reminders are off as well
    expect(gone.notices.filter(({ status }) => status === 'scheduled')).toEqual([])
  })

  it('goes with a publication, now or later, and stays when the time of the publication is moved', async () => {
    const [first, last] = [soon(HOUR_MS), soon(3 * HOUR_MS)]
    expect(await publish(articleInput(), { withdrawAt: last })).toMatchObject({ withdrawAt: last })
    const draft = await keepDraft(staff, articleInput())
    const set = (await desk.post(draft, 'schedule', { at: first, notice: null, withdrawAt: last })).body
    expect(set).toMatchObject({ scheduledAt: first, withdrawAt: last })
    const moved = (await desk.post(set, 'schedule', { at: soon(2 * HOUR_MS), notice: null })).body
    expect(moved.withdrawAt).toBe(last)
    expect((await desk.post(moved, 'schedule', { at: soon(4 * HOUR_MS), notice: null })).body).toMatchObject({
      error: { fields: { withdrawAt: { code: 'withdraw_before_publish', message: '撤回时间必须晚于发布时间。' } } },
    })
    server.clock.advance(2 * HOUR_MS)
    const published = await until(
      () => desk.now(draft),
      ({ status }) => status === 'published',
    )
    server.clock.advance(-2 * HOUR_MS)
    expect(published.withdrawAt).toBe(last)
  })

  it('is moved, taken back, and ends with a withdrawal by hand, with the bin, and with the publication it was set for', async () => {
    const article = await publish()
    const first = (await desk.post(article, 'withdraw-later', { at: soon(DAY_MS) })).body
    expect(codeOf(await desk.post(article, 'withdraw-later', { at: null }))).toBe('article_changed')
    const second = (await desk.post(first, 'withdraw-later', { at: soon(2 * DAY_MS) })).body
    const free = (await desk.post(second, 'withdraw-later', { at: null })).body
    expect(free).toMatchObject({ status: 'published', withdrawAt: null })
    const again = (await desk.post(free, 'withdraw-later', { at: soon(DAY_MS) })).body
    expect((await desk.post(again, 'withdraw')).body.withdrawAt).toBeNull()

    const binned = (await desk.post(await publish(), 'withdraw-later', { at: soon(DAY_MS) })).body
    await desk.post(binned, 'bin')
    const back = await staff.call<StaffArticle>('POST', `/api/admin/bin/${binned.id}/restore`)
    expect(back.body).toMatchObject({ status: 'draft', withdrawAt: null })

    const plan = { at: soon(HOUR_MS), notice: null, withdrawAt: soon(DAY_MS) }
    const planned = (await desk.post(await keepDraft(staff, articleInput()), 'schedule', plan)).body
    expect((await desk.post(planned, 'unschedule')).body).toMatchObject({ scheduled: null, withdrawAt: null })
  })

  it('refuses a moment that is past, one before the publication, a draft, and a writer', async () => {
    const article = await publish()
    expect((await desk.post(article, 'withdraw-later', { at: soon(-HOUR_MS) })).body).toMatchObject({
      error: { fields: { at: { code: 'withdraw_past', message: '撤回时间已经过去，请选择以后的时间。' } } },
    })
    const draft = await keepDraft(staff, articleInput())
    expect((await desk.post(draft, 'publish', { notice: null, withdrawAt: soon(-1) })).body).toMatchObject({
      error: { fields: { withdrawAt: { code: 'withdraw_past' } } },
    })
    expect(codeOf(await desk.post(draft, 'withdraw-later', { at: soon(DAY_MS) }))).toBe('article_not_published')
    const planned = (await desk.post(draft, 'schedule', { at: soon(DAY_MS), notice: null })).body
    expect((await desk.post(planned, 'withdraw-later', { at: soon(HOUR_MS) })).body).toMatchObject({
      error: { fields: { at: { code: 'withdraw_before_publish' } } },
    })
    await addStaff(server.database, { login: 'writer', role: 'writer' })
    const writer = deskOf(await logInAs(server, 'writer'))
    expect(codeOf(await writer.post(article, 'withdraw-later', { at: soon(DAY_MS) }))).toBe('role_forbidden')
  })

  it('publishes nothing whose time out was over before anybody could publish it, and says so', async () => {
    const draft = await keepDraft(staff, articleInput())
    const plan = { at: soon(HOUR_MS), notice: null, withdrawAt: soon(2 * HOUR_MS) }
    const { body } = await desk.post(draft, 'schedule', plan)
    // as if nothing had run from before the publication until after the withdrawal
    server.clock.advance(3 * HOUR_MS)
    const held = await until(
      () => desk.now(body),
      ({ scheduledAt }) => scheduledAt === null,
    )
    server.clock.advance(-3 * HOUR_MS)
    expect(held).toMatchObject({ status: 'draft', publishedAt: null, withdrawAt: null })
    expect(held.reviewed.trail.at(-1)).toMatchObject({ kind: 'held', text: '撤回时间已过，文章没有发布。' })
  })

  it('stands in the calendar on its day of Shanghai', async () => {
    const article = await publish(articleInput({ title: '年底下线的通知' }))
    const at = '2098-12-31T23:30:00+08:00'
    await desk.post(article, 'withdraw-later', { at })
    const { body } = await staff.call<StaffCalendar>('GET', '/api/admin/calendar?month=2098-12')
    expect(body.entries).toEqual([
      { what: 'withdrawal', at: new Date(at).toISOString(), article: { id: article.id, title: '年底下线的通知' } },
    ])
  })
})

describe.each(availableDatabases)('two servers and a restart, on %s', (kind) => {
  let fresh: FreshDatabase
  let servers: TestServer[]
  let staff: StaffBrowser
  beforeAll(async () => {
    fresh = await createFreshDatabase(kind)
    const environment = { DATABASE_URL: fresh.url }
    const first = await startTestServer({ seed: false, environment })
    const browser = await asAdministrator(first)
    servers = [first, await startTestServer({ seed: false, environment })]
    staff = openBrowser(servers[1]?.url ?? '')
    staff.keep(browser.cookie())
  })
  afterAll(async () => {
    for (const server of servers) await server.stop()
    await fresh.drop()
  })

  it('each of many is withdrawn once, by whoever runs then, with one entry in the log', async () => {
    const desk = deskOf(staff)
    const set = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const draft = await keepDraft(staff, articleInput())
        return (await desk.post(draft, 'publish', { notice: null, withdrawAt: soon(HOUR_MS) })).body
      }),
    )
    for (const { clock } of servers) clock.advance(HOUR_MS)
    for (const article of set) {
      const gone = await until(() => desk.now(article), isWithdrawn)
      expect(gone.version).toBe(article.version + 1)
      expect(await desk.withdrawals(article)).toHaveLength(1)
    }
  })

  it('what came due while nothing ran is withdrawn once something runs again', async () => {
    const desk = deskOf(staff)
    const draft = await keepDraft(staff, articleInput())
    const { body } = await desk.post(draft, 'publish', { notice: null, withdrawAt: soon(2 * DAY_MS) })
    for (const server of servers.splice(0)) await server.stop()
    const stored = await openDatabase(fresh.url)
    await stored.write((manager) => manager.query('UPDATE article SET withdraw_at = 1 WHERE id = ?', [body.id]))
    await stored.close()
    const again = await startTestServer({ seed: false, environment: { DATABASE_URL: fresh.url } })
    servers.push(again)
    const browser = openBrowser(again.url)
    browser.keep(staff.cookie())
    expect((await until(() => deskOf(browser).now(body), isWithdrawn)).version).toBe(body.version + 1)
    expect(await deskOf(browser).withdrawals(body)).toHaveLength(1)
  })
})

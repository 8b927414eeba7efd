import type { StaffArticle } from '../../shared/contract'
import { DAY_MS, HOUR_MS } from '../../shared/domain/time'
import { availableDatabases, createFreshDatabase, type FreshDatabase } from '../support/databases'
import { articleInput, eventArticle, eventInput, noticeValues } from '../support/factories'
import { codeOf } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, openBrowser, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

const soon = (ms: number) => new Date(Date.now() + ms).toISOString()
const notice = { values: noticeValues(), atNight: false }

describe.each(availableDatabases)('a publication that is set for later, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const post = (article: StaffArticle, name: string, json: object = {}) =>
    staff.call<StaffArticle>('POST', `/api/admin/articles/${article.id}/${name}`, {
      json: { version: article.version, ...json },
    })
  const articleNow = async ({ id }: StaffArticle) =>
    (await staff.call<StaffArticle>('GET', `/api/admin/articles/${id}`)).body

  it('happens by itself at that moment, with its notice, in the name of who set it', async () => {
    const draft = await keepDraft(staff, eventArticle())
    const at = soon(HOUR_MS)
    const set = await post(draft, 'schedule', { at, notice })
    expect(set).toMatchObject({ status: 200, body: { status: 'draft', scheduledAt: at, scheduled: { at, notice } } })
    server.clock.advance(HOUR_MS)
    const published = await until(
      () => articleNow(draft),
      ({ status }) => status === 'published',
    )
    expect(Date.parse(published.publishedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(at))
    server.clock.advance(-HOUR_MS)
    expect(published).toMatchObject({ scheduled: null, scheduledAt: null, updatedBy: '王主任' })
    expect(published.notices.map((told) => told.kind)).toEqual(['reminder', 'reminder', 'preview'])
  })

  it('can be moved and taken back; nothing happens then', async () => {
    const draft = await keepDraft(staff, articleInput())
    const first = await post(draft, 'schedule', { at: soon(DAY_MS), notice: null })
    const later = soon(2 * DAY_MS)
    const second = await post(first.body, 'schedule', { at: later, notice: null })
    expect(second.body.scheduled).toEqual({ at: later, notice: null })
    expect(codeOf(await post(first.body, 'unschedule'))).toBe('article_changed')
    const free = await post(second.body, 'unschedule')
    expect(free.body).toMatchObject({ status: 'draft', scheduled: null })
    expect(codeOf(await post(free.body, 'unschedule'))).toBe('article_not_scheduled')
  })

  it('asks for all that publishing asks for, before and while it waits', async () => {
    const empty = await keepDraft(staff, articleInput({ bodyHtml: '' }))
    expect((await post(empty, 'schedule', { at: soon(DAY_MS), notice: null })).body).toMatchObject({
      error: { fields: { bodyHtml: { code: 'body_empty' } } },
    })
    const draft = await keepDraft(staff, eventArticle())
    expect(codeOf(await post(draft, 'schedule', { at: soon(-HOUR_MS), notice: null }))).toBe('time_past')
    const wrong = { at: soon(DAY_MS), notice: { values: noticeValues({ thing1: '' }) } }
    expect((await post(draft, 'schedule', wrong)).body).toMatchObject({
      error: { fields: { 'notice.values.thing1': { code: 'field_empty' } } },
    })
    const plain = await keepDraft(staff, articleInput())
    expect(codeOf(await post(plain, 'schedule', { at: soon(DAY_MS), notice }))).toBe('notice_needs_event')
    const set = (await post(draft, 'schedule', { at: soon(DAY_MS), notice })).body
    const json = { version: set.version, article: eventArticle({ bodyHtml: '' }) }
    expect((await staff.call('PUT', `/api/admin/articles/${set.id}`, { json })).body).toMatchObject({
      error: { fields: { 'article.bodyHtml': { code: 'body_empty' } } },
    })
    const published = (await post(set, 'publish', { notice: null })).body
    expect(published.scheduled).toBeNull()
    expect(codeOf(await post(published, 'schedule', { at: soon(DAY_MS), notice: null }))).toBe('article_published')
  })

  it('invites nobody to an event that was cancelled meanwhile', async () => {
    const draft = await keepDraft(staff, eventArticle())
    const set = (await post(draft, 'schedule', { at: soon(HOUR_MS), notice })).body
    const json = { version: set.version, article: eventArticle({ event: eventInput({ decision: 'cancelled' }) }) }
    await staff.call('PUT', `/api/admin/articles/${set.id}`, { json })
    server.clock.advance(HOUR_MS)
    const published = await until(
      () => articleNow(draft),
      ({ status }) => status === 'published',
    )
    expect(published.notices).toEqual([])
    server.clock.advance(-HOUR_MS)
  })

  it('is not for writers to set, nor to write into', async () => {
    await addStaff(server.database, { login: 'writer', role: 'writer' })
    const writer = await logInAs(server, 'writer')
    const draft = await keepDraft(writer, articleInput())
    const json = { version: draft.version, at: soon(DAY_MS), notice: null }
    expect(codeOf(await writer.call('POST', `/api/admin/articles/${draft.id}/schedule`, { json }))).toBe(
      'role_forbidden',
    )
    const set = (await post(draft, 'schedule', json)).body
    const change = { json: { version: set.version, article: articleInput({ title: '改了的' }) } }
    expect(codeOf(await writer.call('PUT', `/api/admin/articles/${draft.id}`, change))).toBe('role_forbidden')
  })
})

// Two servers in one process share even a SQLite file; two processes need the other database.
describe.each(availableDatabases)('two servers on one database, on %s', (kind) => {
  let fresh: FreshDatabase
  let servers: TestServer[]
  let browsers: StaffBrowser[]
  beforeAll(async () => {
    fresh = await createFreshDatabase(kind)
    const environment = { DATABASE_URL: fresh.url }
    const first = await startTestServer({ seed: false, environment })
    servers = [first]
    const staff = await asAdministrator(first)
    servers.push(await startTestServer({ seed: false, environment }))
    browsers = servers.map(({ url }) => {
      const browser = openBrowser(url)
      browser.keep(staff.cookie())
      return browser
    })
  })
  afterAll(async () => {
    for (const server of servers) await server.stop()
    await fresh.drop()
  })

  const previewsOf = (id: string) =>
    servers[0]?.database.read.query<unknown[]>("SELECT id FROM notice WHERE article_id = ? AND kind = 'preview'", [id])

  it('200 clicks on publish at once are one publication and one notice', async () => {
    const [staff] = browsers
    if (staff === undefined) throw new Error('no browser')
    const draft = await keepDraft(staff, eventArticle())
    const json = { version: draft.version, notice }
    const click = (turn: number) =>
      (browsers[turn % browsers.length] ?? staff).call('POST', `/api/admin/articles/${draft.id}/publish`, { json })
    const clicks = await Promise.all(Array.from({ length: 200 }, (_, turn) => click(turn)))
    const outcomes = new Map<string, number>()
    for (const { status, body } of clicks) {
      const name = status === 200 ? 'published' : codeOf({ body } as never)
      outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
    }
    expect(Object.fromEntries(outcomes)).toEqual({ published: 1, article_published: 199 })
    expect(await previewsOf(draft.id)).toHaveLength(1)
  })

  it('each of many scheduled publications happens once', async () => {
    const [staff] = browsers
    if (staff === undefined) throw new Error('no browser')
    const at = soon(HOUR_MS)
    const drafts = await Promise.all(Array.from({ length: 10 }, () => keepDraft(staff, eventArticle())))
    for (const { id, version } of drafts) {
      const set = await staff.call('POST', `/api/admin/articles/${id}/schedule`, { json: { version, at, notice } })
      expect(set.status).toBe(200)
    }
    for (const { clock } of servers) clock.advance(HOUR_MS)
    for (const { id, version } of drafts) {
      const published = await until(
        async () => (await staff.call<StaffArticle>('GET', `/api/admin/articles/${id}`)).body,
        ({ status }) => status === 'published',
      )
      expect(published.version).toBe(version + 2)
      expect(await previewsOf(id)).toHaveLength(1)
    }
  })
})

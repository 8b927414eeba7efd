import type { ArticleDetail, ArticlePage, EventMonth, Home, StaffArticle } from '../../shared/contract'
import { DAY_MS, formatIsoDate } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { publishEvent } from '../support/desk'
import { eventArticle, eventInput } from '../support/factories'
import { request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('an event that staff move, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const event = eventInput()
  const moved = { ...event, venue: '香洲文化馆' }
  const save = async (article: StaffArticle, more: object) => {
    const json = { version: article.version, article: eventArticle({ event, ...more }) }
    const saved = await staff.call<StaffArticle>('PUT', `/api/admin/articles/${article.id}`, { json })
    expect(saved.status).toBe(200)
    return saved.body
  }
  const get = async <T>(path: string) => (await request<T>(`${server.url}${path}`)).body
  const changedAt = async ({ id }: StaffArticle) => {
    const { event: told } = await get<ArticleDetail>(`/api/articles/${id}`)
    return told?.changedAt && Date.parse(told.changedAt)
  }

  it('says since when in the article, the list, the month and on the first screen', async () => {
    const published = await publishEvent(staff, { event })
    expect(await changedAt(published)).toBeNull()
    server.clock.advance(60_000)
    const before = server.clock.now()
    await save(published, { event: moved })
    const since = await changedAt(published)
    expect(since).toBeGreaterThanOrEqual(before)
    expect(since).toBeLessThanOrEqual(server.clock.now())
    const month = formatIsoDate(Date.parse(event.startsAt)).slice(0, 7)
    const lists = [
      (await get<ArticlePage>('/api/channels/events/articles')).items,
      (await get<Home>('/api/home')).events,
      (await get<EventMonth>(`/api/events/months/${month}`)).items,
    ]
    for (const items of lists) {
      const told = items.find(({ id }) => id === published.id)?.event?.changedAt
      expect(told && Date.parse(told)).toBe(since)
    }
  })

  it.each([
    ['the start', { startsAt: new Date(Date.parse(event.startsAt) + 60_000).toISOString() }],
    ['the end', { endsAt: new Date(Date.parse(event.endsAt) + DAY_MS).toISOString() }],
    ['the venue', { venue: '协会二楼会议室' }],
  ])('is moved by another value of %s', async (_name, change) => {
    const published = await publishEvent(staff, { event })
    await save(published, { event: { ...event, ...change } })
    expect(await changedAt(published)).not.toBeNull()
  })

  it('is not moved by other words, another deadline or a cancellation, and stays moved over later saves', async () => {
    const published = await publishEvent(staff, { event })
    const reworded = await save(published, { title: '社工督导沙龙（第二期）' })
    const cancelled = { ...event, signupDeadline: event.startsAt, decision: 'cancelled' }
    const again = await save(reworded, { event: cancelled })
    expect(await changedAt(published)).toBeNull()
    const elsewhere = await save(again, { event: moved })
    const since = await changedAt(published)
    expect(since).not.toBeNull()
    server.clock.advance(60_000)
    await save(elsewhere, { event: moved, title: '社工督导沙龙（第三期）' })
    expect(await changedAt(published)).toBe(since)
  })

  it('is not moved while it is a draft, whatever staff write', async () => {
    const draft = await keepDraft(staff, eventArticle({ event }))
    const { version } = await save(draft, { event: moved })
    await staff.call('POST', `/api/admin/articles/${draft.id}/publish`, { json: { version, notice: null } })
    expect(await changedAt(draft)).toBeNull()
  })
})

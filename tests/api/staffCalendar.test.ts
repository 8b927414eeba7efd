import type { StaffCalendar } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { articleInput, eventArticle, eventInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { addNotice } from '../support/ledgerRows'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('the calendar of staff, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const month = async (name: string) =>
    (await staff.call<StaffCalendar>('GET', `/api/admin/calendar?month=${name}`)).body

  it('has what came out, what is set for later, events and notices on their days of Shanghai', async () => {
    const draft = await keepDraft(staff, articleInput({ title: '已发布的通知' }))
    await staff.call('POST', `/api/admin/articles/${draft.id}/publish`, {
      json: { version: draft.version, notice: null },
    })
    const later = await keepDraft(staff, articleInput({ title: '定时的通知' }))
    const at = '2099-01-31T23:30:00+08:00'
    await staff.call('POST', `/api/admin/articles/${later.id}/schedule`, {
      json: { version: later.version, at, notice: null },
    })
    // midnight in Shanghai is still the day before in UTC
    const times = { startsAt: '2099-02-01T00:00:00+08:00', endsAt: '2099-02-01T02:00:00+08:00' }
    const event = await keepDraft(staff, eventArticle({ title: '跨年活动', event: eventInput(times) }))
    const scheduledAt = Date.parse('2099-02-28T23:59:00+08:00')
    const notice = await addNotice(server.database, { articleId: event.id, status: 'scheduled', scheduledAt })

    const january = await month('2099-01')
    expect(january).toMatchObject({
      month: '2099-01',
      cut: false,
      entries: [{ what: 'scheduled', at: new Date(at).toISOString(), article: { id: later.id, title: '定时的通知' } }],
    })
    expect(january.entries).toHaveLength(1)
    expect((await month('2099-02')).entries).toEqual([
      {
        what: 'event',
        at: new Date(times.startsAt).toISOString(),
        endsAt: new Date(times.endsAt).toISOString(),
        article: { id: event.id, title: '跨年活动' },
        decision: 'scheduled',
        published: false,
      },
      {
        what: 'notice',
        at: new Date(scheduledAt).toISOString(),
        article: { id: event.id, title: '跨年活动' },
        notice: { id: notice, kind: 'preview', status: 'scheduled' },
      },
    ])
    const now = new Date(server.clock.now() + 8 * 3_600_000).toISOString().slice(0, 7)
    expect((await month(now)).entries).toMatchObject([{ what: 'published', article: { id: draft.id } }])
    expect((await month('2099-03')).entries).toEqual([])
  })

  it('is for staff alone, and for months that there are', async () => {
    expect((await request(`${server.url}/api/admin/calendar?month=2099-01`)).status).toBe(401)
    for (const bad of ['', '?month=2099-13', '?month=x']) {
      expect(codeOf(await staff.call('GET', `/api/admin/calendar${bad}`))).toBe('request_invalid')
    }
  })
})

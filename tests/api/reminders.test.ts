import type { NoticeSettings, StaffArticle } from '../../shared/contract'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { eventArticle, eventInput, noticeValues } from '../support/factories'
import { codeOf } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'

interface Row {
  id: string
  status: string
  scheduled_at: string | number
  template_values: string
}

const eventIn = (ms: number, more = {}) =>
  eventInput({
    startsAt: new Date(Date.now() + ms).toISOString(),
    endsAt: new Date(Date.now() + ms + HOUR_MS).toISOString(),
    ...more,
  })

describe.each(availableDatabases)('reminders of an event that was announced, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const write = async (method: string, path: string, json: object): Promise<StaffArticle> => {
    const answer = await staff.call<StaffArticle>(method, path, { json })
    if (answer.status > 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const announce = async (event: ReturnType<typeof eventInput>) => {
    const draft = await keepDraft(staff, eventArticle({ event }))
    const json = { version: draft.version, notice: { values: noticeValues() } }
    return write('POST', `/api/admin/articles/${draft.id}/publish`, json)
  }
  const save = (article: StaffArticle, event: ReturnType<typeof eventInput>) =>
    write('PUT', `/api/admin/articles/${article.id}`, { version: article.version, article: eventArticle({ event }) })
  const remindersOf = ({ id }: StaffArticle): Promise<Row[]> =>
    server.database.read.query(
      "SELECT id, status, scheduled_at, template_values FROM notice WHERE article_id = ? AND kind = 'reminder' ORDER BY id",
      [id],
    )
  /** How long before the start each waiting reminder goes out, in minutes. */
  const waitingFor = async (article: StaffArticle): Promise<number[]> => {
    const rows = (await remindersOf(article)).filter(({ status }) => status === 'scheduled')
    const startsAt = Date.parse(article.event?.startsAt ?? '')
    return rows.map((row) => (startsAt - Number(row.scheduled_at)) / MINUTE_MS).sort((a, b) => b - a)
  }

  it('are planned with the announcement: a day and two hours before, those that are still to come', async () => {
    expect(await waitingFor(await announce(eventIn(7 * DAY_MS)))).toEqual([1440, 120])
    expect(await waitingFor(await announce(eventIn(5 * HOUR_MS)))).toEqual([120])
    expect(await waitingFor(await announce(eventIn(HOUR_MS)))).toEqual([])
  })

  it('move with the event, and say its new time', async () => {
    const article = await announce(eventIn(7 * DAY_MS))
    const before = await remindersOf(article)
    const moved = await save(article, eventIn(9 * DAY_MS, { venue: '图书馆' }))
    expect(await waitingFor(moved)).toEqual([1440, 120])
    const after = await remindersOf(article)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(after[0]?.template_values).toContain('图书馆')
    const sooner = await save(moved, eventIn(3 * HOUR_MS))
    expect(await waitingFor(sooner)).toEqual([120])
    expect(await waitingFor(await save(sooner, eventIn(8 * DAY_MS)))).toEqual([1440, 120])
  })

  it('are called off with the event, and come back with it', async () => {
    const article = await announce(eventIn(7 * DAY_MS))
    const cancelled = await save(article, eventIn(7 * DAY_MS, { decision: 'cancelled' }))
    expect(await waitingFor(cancelled)).toEqual([])
    const back = await save(cancelled, eventIn(7 * DAY_MS))
    expect(await waitingFor(back)).toEqual([1440, 120])
    const withdrawn = await write('POST', `/api/admin/articles/${article.id}/withdraw`, { version: back.version })
    expect(await waitingFor(withdrawn)).toEqual([])
    const audits: { action: string }[] = await server.database.read.query(
      "SELECT action FROM audit_entry WHERE subject_type = 'notice' AND subject_id IN (SELECT id FROM notice WHERE article_id = ?)",
      [article.id],
    )
    expect(audits.filter(({ action }) => action === 'notice.cancel')).toHaveLength(4)
  })

  it('one that staff have cancelled stays cancelled when the article is saved again', async () => {
    const article = await announce(eventIn(7 * DAY_MS))
    const [first] = await remindersOf(article)
    await staff.call('POST', `/api/admin/notices/${first?.id}/cancel`)
    expect(await waitingFor(await save(article, eventIn(9 * DAY_MS)))).toHaveLength(1)
  })

  it('follow the rules that an administrator has set, and nobody else', async () => {
    const rules = { quietHours: { from: '21:30', to: '07:30' }, pauseAfterErrors: 5, reminders: [60, 4320, 60] }
    await addStaff(server.database, { login: 'editor', role: 'editor' })
    const editor = await logInAs(server, 'editor')
    expect(codeOf(await editor.call('PUT', '/api/admin/settings/notices', { json: rules }))).toBe('role_forbidden')
    const kept = await staff.call<NoticeSettings>('PUT', '/api/admin/settings/notices', { json: rules })
    expect(kept.body).toEqual({ ...rules, reminders: [4320, 60] })
    expect((await editor.call('GET', '/api/admin/settings/notices')).body).toEqual(kept.body)
    expect(await waitingFor(await announce(eventIn(7 * DAY_MS)))).toEqual([4320, 60])
    const wrong = { ...rules, quietHours: { from: '25:00', to: '07:30' }, reminders: [1] }
    expect(codeOf(await staff.call('PUT', '/api/admin/settings/notices', { json: wrong }))).toBe('request_invalid')
    const [audit]: { detail: string }[] = await server.database.read.query(
      "SELECT detail FROM audit_entry WHERE action = 'setting.change'",
    )
    expect(JSON.parse(audit?.detail ?? '')).toMatchObject({ is: kept.body, was: { reminders: [1440, 120] } })
  })
})

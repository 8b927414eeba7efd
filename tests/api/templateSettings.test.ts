import type { Alerts, ErrorBody, NoticeDetail, TemplateSettings, WechatTemplate } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { publishEvent, untilOver } from '../support/desk'
import { codeOf, request } from '../support/http'
import { openPhone } from '../support/memberPhone'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, logInAs, type StaffBrowser } from '../support/staff'

const PATH = '/api/admin/settings/templates'
const SPARE = 'sandbox-spare-0001'
const FIELDS = [
  { key: 'thing1', source: 'title' },
  { key: 'time4', source: 'time' },
  { key: 'thing6', source: 'venue' },
  { key: 'phone_number8', source: 'text', text: '0756-2212827' },
]

describe.each(availableDatabases)('templates of WeChat, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const choose = (choice: object | null, which = 'reminder', as = admin) =>
    as.call<TemplateSettings>('PUT', PATH, { json: { kind: which, choice } })
  const spare = (fields: object[] = FIELDS) => ({ templateId: SPARE, fields })
  const ofKind = async (which: string) =>
    (await admin.call<TemplateSettings>('GET', PATH)).body.kinds.find((entry) => entry.kind === which)

  test('the account’s own list is shown, with what its fields are called', async () => {
    const { items } = (await admin.call<{ items: WechatTemplate[] }>('GET', '/api/admin/wechat/templates')).body
    expect(items.find(({ id }) => id === SPARE)).toMatchObject({
      title: '活动报名提醒',
      longTerm: false,
      fields: expect.arrayContaining([{ key: 'phone_number8', label: '咨询电话' }]) as object,
    })
    for (const { now } of (await admin.call<TemplateSettings>('GET', PATH)).body.kinds) {
      const theirs = items.find(({ id }) => id === now.id)
      expect(theirs?.fields.map(({ key }) => key)).toEqual(now.fields.map(({ key }) => key))
    }
  })

  test('a chosen template is asked of members and sent at once, and the configured one comes back', async () => {
    const phone = await openPhone(server.url)
    const before = await ofKind('reminder')
    expect((await choose(spare())).status).toBe(200)
    expect(await ofKind('reminder')).toMatchObject({ isChosen: true, now: { id: SPARE, title: '活动报名提醒' } })
    const alerts = (await phone.call<Alerts>('GET', '/api/alerts')).body
    expect(alerts.topics.find(({ topic }) => topic === 'event_reminder')?.template.id).toBe(SPARE)
    const accept = { answers: { [SPARE]: 'accept' } }
    await request(`${server.url}/sandbox/api/phones/${phone.phoneId}/subscribe`, 'POST', { json: accept })
    expect((await phone.answers({ [SPARE]: 'accept' })).status).toBe(200)
    const article = await publishEvent(admin)
    const values = {
      thing1: '社工督导沙龙',
      time4: '2026年12月1日 14:00~16:00',
      thing6: '协会',
      phone_number8: '0756-2212827',
    }
    const json = { articleId: article.id, kind: 'reminder', values, at: null, atNight: true }
    await phone.call('PUT', `/api/articles/${article.id}/reminder`, { on: true })
    const made = await admin.call<NoticeDetail>('POST', '/api/admin/notices', { json })
    expect(made.status).toBe(201)
    expect((await untilOver(admin, made.body.id)).counts.sent).toBe(1)
    expect((await choose(null)).status).toBe(200)
    expect(await ofKind('reminder')).toEqual(before)
  })

  test('a wrong one is named, and nothing changes', async () => {
    const codes: string[] = []
    for (const choice of [
      { templateId: 'nowhere', fields: FIELDS },
      { templateId: 'sandbox-spare-0002', fields: [{ key: 'thing1', source: 'title' }] },
      { ...spare(FIELDS.slice(1)) },
      { ...spare([...FIELDS, { key: 'thing9', source: 'title' }]) },
    ])
      codes.push(codeOf(await choose(choice)))
    expect(codes).toEqual(['template_gone', 'template_long_term', 'template_fields_differ', 'template_fields_differ'])
    const [title, time, venue, phone] = FIELDS
    const wrong = await choose(
      spare([{ ...title, source: 'time' }, { ...time, source: 'venue' }, venue ?? {}, { ...phone, text: '拨打我' }]),
    )
    const { fields = {} } = (wrong.body as unknown as ErrorBody).error
    expect(Object.entries(fields).map(([path, { code }]) => [path, code])).toEqual([
      ['choice.fields.0.source', 'field_source'],
      ['choice.fields.1.source', 'field_source'],
      ['choice.fields.3.text', 'field_format'],
    ])
    expect((await choose(spare(), 'preview')).status).toBe(200)
    expect(codeOf(await choose(spare(), 'change'))).toBe('template_taken')
    expect((await choose(null, 'preview')).status).toBe(200)
    expect((await ofKind('change'))?.isChosen).toBe(false)
  })

  test('while WeChat is busy nothing is chosen', async () => {
    const order = { on: 'code', kind: 'errcode', errcode: 45009 }
    const ordered = await request(`${server.url}/sandbox/api/faults`, 'POST', { json: order })
    expect(ordered.status).toBe(201)
    expect(codeOf(await choose(spare()))).toBe('wechat_busy')
    expect((await ofKind('reminder'))?.isChosen).toBe(false)
  })

  test('only administrators see the account’s list and choose', async () => {
    await addStaff(server.database, { login: 'editor', role: 'editor' })
    const editor = await logInAs(server, 'editor')
    expect(codeOf(await editor.call('GET', '/api/admin/wechat/templates'))).toBe('role_forbidden')
    expect(codeOf(await choose(spare(), 'reminder', editor))).toBe('role_forbidden')
    const rows = await server.database.read.query<object[]>("SELECT id FROM audit_entry WHERE subject_id = 'templates'")
    expect(rows.length).toBeGreaterThanOrEqual(2)
  })
})

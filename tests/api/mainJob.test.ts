import type { Alerts, MemberSession, NoticeDetail, StaffArticle } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { eventArticle, noticeValues } from '../support/factories'
import { request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft } from '../support/staff'
import { until } from '../support/until'

interface PhoneNotice {
  title: string
  page: string
  rows: { label: string; value: string }[]
}

describe.each(availableDatabases)('from the office to a phone, on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
  })
  afterAll(() => server.stop())

  const post = async <T>(path: string, json: object, headers = {}) =>
    (await request<T>(`${server.url}${path}`, 'POST', { json, headers })).body

  test('a member subscribes, staff publish an event, and the notice reaches the phone once and opens the article', async () => {
    const { phoneId } = await post<{ phoneId: string }>('/sandbox/api/phones', {})
    const { code } = await post<{ code: string }>(`/sandbox/api/phones/${phoneId}/login-code`, {})
    const { token } = await post<MemberSession>('/api/session', { code })
    const headers = { authorization: `Bearer ${token}` }
    const { body: alerts } = await request<Alerts>(`${server.url}/api/alerts`, 'GET', { headers })
    const templateId = alerts.topics.find(({ topic }) => topic === 'new_events')?.template.id ?? ''
    await post(`/sandbox/api/phones/${phoneId}/subscribe`, { answers: { [templateId]: 'accept' } })
    const answers = [{ templateId, answer: 'accept' }]
    const requestId = '0b5d5f0e-5b0e-4a52-8f6e-1f6b6d1f6b6d'
    const after = await post<Alerts>('/api/alerts/answers', { requestId, answers }, headers)
    expect(after.topics.find(({ topic }) => topic === 'new_events')).toMatchObject({ subscribed: true, remaining: 1 })

    const admin = await asAdministrator(server)
    const draft = await keepDraft(admin, eventArticle())
    const json = { version: draft.version, notice: { values: noticeValues() } }
    await admin.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, { json })

    const inbox = `${server.url}/sandbox/api/phones/${phoneId}/notices`
    const notices = await until(
      async () => (await request<{ notices: PhoneNotice[] }>(inbox)).body.notices,
      (list) => list.length > 0,
    )
    expect(notices).toMatchObject([{ rows: [{ label: '活动名称', value: '社工督导沙龙' }, {}, {}, {}] }])
    const id = new URLSearchParams(notices[0]?.page.split('?')[1]).get('id')
    expect((await request(`${server.url}/api/articles/${id}`)).body).toMatchObject({ title: draft.title })

    // the sent-event comes back as WeChat would tell it, signed and encrypted
    const noticeId = new URLSearchParams(notices[0]?.page.split('?')[1]).get('notice')
    const outcome = await until(
      async () => (await admin.call<NoticeDetail>('GET', `/api/admin/notices/${noticeId}`)).body,
      ({ status, reasons }) => status === 'finished' && reasons[0]?.reason === 'confirmed',
    )
    expect(outcome).toMatchObject({ counts: { sent: 1 }, reasons: [{ state: 'sent', count: 1 }] })

    const { body: left } = await request<Alerts>(`${server.url}/api/alerts`, 'GET', { headers })
    expect(left.topics.find(({ topic }) => topic === 'new_events')?.remaining).toBe(0)
  })
})

import type { Audience, ErrorBody, NoticeDetail, StaffArticle } from '../../shared/contract'
import { newMember, type Member } from '../e2e/support/members'
import { availableDatabases } from '../support/databases'
import { detailOf, untilOver } from '../support/desk'
import { eventArticle, noticeValues } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('an announcement at a bad moment, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const announce = async (): Promise<string> => {
    const draft = await keepDraft(staff, eventArticle())
    const json = { version: draft.version, notice: { values: noticeValues() } }
    const { body } = await staff.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, { json })
    return body.notices.find((notice) => notice.kind === 'preview')?.id ?? ''
  }
  const followUp = (id: string) => staff.call<NoticeDetail | ErrorBody>('POST', `/api/admin/notices/${id}/follow-up`)

  it('while nobody has subscribed: it is over at once, and says that nobody was there', async () => {
    const asked = await staff.call<Audience>('GET', '/api/admin/audience?kind=preview')
    expect(asked.body).toEqual({ willGet: 0, noGrant: 0, notSubscribed: 0 })
    const id = await announce()
    const notice = await untilOver(staff, id)
    expect(notice).toMatchObject({ status: 'finished', haltReason: null, reasons: [], canStillGet: 0 })
    expect(Object.values(notice.counts).every((count) => count === 0)).toBe(true)
    expect(codeOf(await followUp(id))).toBe('notice_nobody')
    const pause = await staff.call<NoticeDetail | ErrorBody>('POST', `/api/admin/notices/${id}/pause`)
    expect([pause.status, codeOf(pause)]).toEqual([409, 'notice_move'])
  })

  it('after the template was deleted at WeChat: halted with the reason, nobody pays, and all get it once it is back', async () => {
    const members: Member[] = []
    for (let count = 0; count < 3; count += 1) members.push(await newMember(server))
    for (const member of members) await member.accept('new_events')
    const fault = { kind: 'errcode', errcode: 40037, count: 1000 }
    await request(`${server.url}/sandbox/api/faults`, 'POST', { json: fault })
    const id = await announce()
    const halted = await untilOver(staff, id)
    expect(halted).toMatchObject({ status: 'halted', haltReason: 'template_invalid', counts: { sent: 0, unknown: 0 } })
    expect(codeOf(await staff.call('POST', `/api/admin/notices/${id}/resume`))).toBe('notice_move')

    await request(`${server.url}/sandbox/api/faults`, 'DELETE')
    const again = await followUp(id)
    expect(again.status).toBe(201)
    expect(await untilOver(staff, (again.body as NoticeDetail).id)).toMatchObject({ counts: { sent: 3, skipped: 0 } })
    for (const member of members) expect(await member.notices()).toHaveLength(1)
    expect((await detailOf(staff, id)).canStillGet).toBe(0)
  })
})

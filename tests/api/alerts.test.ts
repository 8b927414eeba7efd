import { randomUUID } from 'node:crypto'
import type { Alerts, MemberSession } from '../../shared/contract'
import { DAY_MS } from '../../shared/domain/time'
import { SANDBOX_TEMPLATE_IDS } from '../../server/wechat/sandbox'
import { GrantAnswerEntity } from '../../server/store/entities'
import { availableDatabases } from '../support/databases'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { until } from '../support/until'

const { preview, reminder } = SANDBOX_TEMPLATE_IDS

describe.each(availableDatabases)('a member’s alerts, on %s', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database, seed: false })
  })
  afterAll(() => server.stop())

  const sandbox = async <T>(path: string, json: unknown = {}, method = 'POST') =>
    (await request<T>(`${server.url}/sandbox/api${path}`, method, { json })).body
  const newCode = async (phoneId: string) => (await sandbox<{ code: string }>(`/phones/${phoneId}/login-code`)).code
  const logIn = (code: string) => request<MemberSession>(`${server.url}/api/session`, 'POST', { json: { code } })

  async function member() {
    const { phoneId } = await sandbox<{ phoneId: string }>('/phones')
    const session = await logIn(await newCode(phoneId))
    const headers = { authorization: `Bearer ${session.body.token}` }
    const call = <T = Alerts>(method: string, path: string, json?: unknown) =>
      request<T>(`${server.url}/api/alerts${path}`, method, { headers, json })
    const topics = async () => (await call('GET', '')).body.topics
    return {
      phoneId,
      session,
      call,
      answersDialog: (answers: Record<string, string>) => sandbox(`/phones/${phoneId}/subscribe`, { answers }),
      tells: (answers: Record<string, string>, requestId = randomUUID()) =>
        call('POST', '/answers', {
          requestId,
          answers: Object.entries(answers).map(([templateId, answer]) => ({ templateId, answer })),
        }),
      remaining: async (id: string) => (await topics()).find(({ template }) => template.id === id)?.remaining,
      /** Until WeChat's event has come in: the app hears of it by asking again. */
      untilWechatTold: (count: number) =>
        until(
          () => server.database.read.countBy(GrantAnswerEntity, { memberId: session.body.member.id, source: 'wechat' }),
          (told) => told >= count,
        ),
    }
  }

  it('logs a member in again as the same member, and never tells the openid', async () => {
    const { phoneId, session } = await member()
    expect(session.status).toBe(201)
    const again = await logIn(await newCode(phoneId))
    expect(again.body.member).toEqual(session.body.member)
    expect(again.body.token).not.toBe(session.body.token)
    expect(Object.keys(again.body).sort()).toEqual(['member', 'token'])
  })

  it('keeps a session for thirty days', async () => {
    const { call } = await member()
    server.clock.advance(29 * DAY_MS)
    expect((await call('GET', '')).status).toBe(200)
    server.clock.advance(2 * DAY_MS)
    expect(codeOf(await call('GET', ''))).toBe('session_required')
  })

  it('refuses a code that is made up or was used', async () => {
    expect(codeOf(await logIn('made-up'))).toBe('login_code_invalid')
    const { phoneId } = await member()
    const code = await newCode(phoneId)
    await logIn(code)
    expect(codeOf(await logIn(code))).toBe('login_code_invalid')
  })

  it('shows every topic in words, with its template and no grants at first', async () => {
    const { call } = await member()
    const { body } = await call('GET', '')
    expect(body.topics.map(({ title, template, remaining }) => [title, template.id, remaining])).toEqual([
      ['新活动预告', preview, 0],
      ['活动开始前提醒', reminder, 0],
      ['活动变更与取消', SANDBOX_TEMPLATE_IDS.change, 0],
    ])
  })

  it('counts what the app tells once, WeChat’s event of the same tap included', async () => {
    const { answersDialog, tells, remaining, untilWechatTold } = await member()
    const answers = { [preview]: 'accept', [reminder]: 'reject' }
    await answersDialog(answers)
    const told = await tells(answers)
    await untilWechatTold(2)
    expect(told.body.topics[0]).toMatchObject({ topic: 'new_events', subscribed: true, remaining: 1 })
    expect(await remaining(preview)).toBe(1)
    expect(await remaining(reminder)).toBe(0)
  })

  it('hears from WeChat alone when the app could not tell, and once more from the app changes nothing', async () => {
    const { answersDialog, tells, remaining, untilWechatTold } = await member()
    await answersDialog({ [preview]: 'accept' })
    await untilWechatTold(1)
    expect(await remaining(preview)).toBe(1)
    await tells({ [preview]: 'accept' })
    expect(await remaining(preview)).toBe(1)
  })

  it('takes the same request once, however often a bad network repeats it', async () => {
    const { tells, remaining } = await member()
    const requestId = randomUUID()
    await Promise.all([1, 2, 3].map(() => tells({ [preview]: 'accept' }, requestId)))
    expect(await remaining(preview)).toBe(1)
  })

  it('turns off when the member unsubscribes in WeChat', async () => {
    const { phoneId, answersDialog, call, remaining, untilWechatTold } = await member()
    await answersDialog({ [preview]: 'accept' })
    await untilWechatTold(1)
    await sandbox(`/phones/${phoneId}`, { unsubscribe: [preview] }, 'PUT')
    await untilWechatTold(2)
    expect(await remaining(preview)).toBe(0)
    expect((await call('GET', '')).body.topics[0]?.subscribed).toBe(false)
  })

  it('turns a topic off and on and keeps its grants', async () => {
    const { tells, call } = await member()
    await tells({ [preview]: 'accept' })
    const off = await call('PUT', '/topics/new_events', { subscribed: false })
    expect(off.body.topics[0]).toMatchObject({ subscribed: false, remaining: 1 })
    const on = await call('PUT', '/topics/new_events', { subscribed: true })
    expect(on.body.topics[0]).toMatchObject({ subscribed: true, remaining: 1 })
  })

  it('answers bad input by its code, and nobody without a session', async () => {
    const { tells, call } = await member()
    expect(codeOf(await tells({ 'somebody-elses': 'accept' }))).toBe('template_unknown')
    expect(codeOf(await tells({ [preview]: 'maybe' }))).toBe('request_invalid')
    expect(codeOf(await call('PUT', '/topics/weather', { subscribed: true }))).toMatch(
      /request_invalid|route_not_found/,
    )
    expect((await call('PUT', '/topics/new_events', { subscribed: true, memberId: 'x' })).status).toBe(400)
    expect(codeOf(await request(`${server.url}/api/alerts`))).toBe('session_required')
  })

  it('knows one member’s grants from another’s', async () => {
    const [one, other] = [await member(), await member()]
    await one.tells({ [preview]: 'accept' })
    expect(await other.remaining(preview)).toBe(0)
  })

  it('says so when WeChat refuses a member or cannot be reached', async () => {
    const { phoneId } = await member()
    await sandbox(`/phones/${phoneId}`, { blocked: true }, 'PUT')
    expect(codeOf(await logIn(await newCode(phoneId)))).toBe('login_refused')
    await sandbox('/faults', { kind: 'bad_gateway', on: 'login' })
    expect(codeOf(await logIn(await newCode(phoneId)))).toBe('wechat_unavailable')
    await sandbox('/faults', { kind: 'errcode', errcode: 45011, on: 'login' })
    expect(codeOf(await logIn(await newCode(phoneId)))).toBe('wechat_busy')
  })
})

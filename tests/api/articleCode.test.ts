import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { ErrorBody, StaffArticle } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { publishEvent } from '../support/desk'
import { request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('the mini-program code of an article, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const fetchCode = (id: string, method = 'GET') => fetch(`${server.url}/api/articles/${id}/code`, { method })
  const fault = (json: object) => request(`${server.url}/sandbox/api/faults`, 'POST', { json: { on: 'code', ...json } })
  const faultsLeft = async () =>
    (await request<{ faults: unknown[] }>(`${server.url}/sandbox/api/faults`)).body.faults.length
  const codeOf = async (answer: Response) => ((await answer.json()) as ErrorBody).error.code
  const shelf = () => readdir(join(server.dataFolder, 'codes', 'wxsandbox000000001'))

  it('is a PNG that WeChat draws once, however many ask and however often', async () => {
    const [{ id }, other] = [await publishEvent(staff), await publishEvent(staff)]
    const first = await Promise.all([1, 2, 3, 4].map(() => fetchCode(id)))
    const pictures = await Promise.all(first.map(async (answer) => Buffer.from(await answer.arrayBuffer())))
    expect(first.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(first[0]?.headers.get('content-type')).toBe('image/png')
    expect(first[0]?.headers.get('cache-control')).toContain('public')
    const { format, width, height } = await sharp(pictures[0]).metadata()
    expect({ format, width, height }).toEqual({ format: 'png', width: 430, height: 430 })
    expect(pictures.every((picture) => picture.equals(pictures[0] ?? Buffer.alloc(0)))).toBe(true)

    // whoever asked WeChat now would be told 45009
    await fault({ kind: 'errcode', errcode: 45009 })
    expect((await fetchCode(id)).status).toBe(200)
    expect((await fetchCode(id, 'HEAD')).status).toBe(200)
    expect(await faultsLeft()).toBe(1)
    expect(await codeOf(await fetchCode(other.id))).toBe('wechat_busy')
    const another = Buffer.from(await (await fetchCode(other.id)).arrayBuffer())
    expect(another.equals(pictures[0] ?? another)).toBe(false)
    expect((await shelf()).sort()).toEqual([`${id}.png`, `${other.id}.png`].sort())
  })

  // Fails when each asks WeChat for itself: one of them gets a picture, and no fault is left.
  it('is asked for once while it is under way', async () => {
    const { id } = await publishEvent(staff)
    const latency = (latencyMs: number) => request(`${server.url}/sandbox/api/settings`, 'PUT', { json: { latencyMs } })
    await latency(1_000)
    await fault({ kind: 'errcode', errcode: 45011, count: 3 })
    const answers = await Promise.all([1, 2, 3, 4].map(() => fetchCode(id)))
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503])
    expect(await faultsLeft()).toBe(1)
    await latency(0)
    await request(`${server.url}/sandbox/api/faults`, 'DELETE')
    expect((await fetchCode(id)).status).toBe(200)
  })

  it('renews a token that was refused, and says so when WeChat cannot be reached or answers no picture', async () => {
    const { id } = await publishEvent(staff)
    for (const wrong of [{ kind: 'bad_gateway' }, { kind: 'html' }, { kind: 'errcode', errcode: 41030 }]) {
      await fault(wrong)
      const answer = await fetchCode(id)
      expect([answer.status, await codeOf(answer)]).toEqual([502, 'wechat_unavailable'])
    }
    await request(`${server.url}/sandbox/api/tokens/revoke`, 'POST', { json: { code: 42001 } })
    expect((await fetchCode(id)).status).toBe(200)
  })

  it('leads to the mini-program itself as well, drawn once', async () => {
    const answer = await fetch(`${server.url}/api/code`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    await fault({ kind: 'errcode', errcode: 45009 })
    expect((await fetch(`${server.url}/api/code`)).status).toBe(200)
    await request(`${server.url}/sandbox/api/faults`, 'DELETE')
    expect(await shelf()).toContain('alerts.png')
  })

  it('is there for what members can read, and for nothing else', async () => {
    const published = await publishEvent(staff)
    expect((await fetchCode(published.id)).status).toBe(200)
    await staff.call<StaffArticle>('POST', `/api/admin/articles/${published.id}/withdraw`, {
      json: { version: published.version },
    })
    for (const id of [published.id, '01nbdy00000000000000000000']) {
      expect(await codeOf(await fetchCode(id))).toBe('article_not_found')
    }
    for (const id of ['..%2f..%2fsession-secret', 'x', '%00']) expect((await fetchCode(id)).status).toBe(404)
    expect((await fetchCode(published.id, 'POST')).status).toBe(404)
  })

  it('is drawn anew for one address no more than thirty times a minute', async () => {
    server.clock.advance(61_000)
    const { id } = await publishEvent(staff)
    await fault({ kind: 'errcode', errcode: 41030, count: 30 })
    const tries: number[] = []
    for (let index = 0; index < 31; index += 1) tries.push((await fetchCode(id)).status)
    expect(tries.slice(0, 30).every((status) => status === 502)).toBe(true)
    const refused = await fetchCode(id)
    expect([refused.status, await codeOf(refused)]).toEqual([429, 'too_many_requests'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    server.clock.advance(61_000)
    expect((await fetchCode(id)).status).toBe(200)
  })
})

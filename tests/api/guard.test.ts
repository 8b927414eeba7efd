import { request as rawRequest } from 'node:http'
import type { ErrorBody } from '../../shared/contract'
import { endpoints } from '../../shared/contract'
import { articleInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

describe('the door of the API', () => {
  let server: TestServer
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const post = (body: string | Buffer | null, headers: Record<string, string>, path = '/api/admin/articles') =>
    fetch(server.url + path, {
      method: 'POST',
      body: body === null ? null : new Uint8Array(Buffer.from(body)),
      headers: { cookie: admin.cookie() ?? '', origin: server.url, ...headers },
    }).then(async (response) => ({
      status: response.status,
      code: ((await response.json()) as ErrorBody).error?.code,
      headers: response.headers,
    }))
  const json = { 'content-type': 'application/json' }
  const draft = JSON.stringify(articleInput())

  const foreign: [string, Record<string, string>][] = [
    ['another site', { origin: 'https://evil.example' }],
    ['a site with a name like ours', { origin: 'http://127.0.0.1.evil.example' }],
    ['our host on another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
    ['another site, as the browser itself says', { 'sec-fetch-site': 'cross-site' }],
    ['something that is not an origin', { origin: `${'http://'}127.0.0.1/../` }],
    ['nobody in particular', { origin: '' }],
  ]
  const writes = Object.keys(endpoints).filter((key) => /^(POST|PUT|DELETE) \/api\/admin\//.test(key))

  test.each(foreign)(
    'every write of staff that comes from %s is refused, whatever it looks like',
    async (_who, headers) => {
      for (const key of writes) {
        const [method = '', template = ''] = key.split(' ')
        const path = template.replace('{id}', '0123456789abcdefghjkmnpqrs')
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
          const sent = { cookie: admin.cookie() ?? '', origin: server.url, 'content-type': type, ...headers }
          if (sent.origin === '') Reflect.deleteProperty(sent, 'origin')
          const answer = await fetch(server.url + path, { method, body: draft, headers: sent })
          expect([key, type, answer.status]).toEqual([key, type, 403])
          expect(((await answer.json()) as ErrorBody).error.code).toBe('origin_refused')
        }
      }
    },
  )

  test('nothing but JSON is read', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
    ]) {
      expect(await post(draft, { 'content-type': type })).toMatchObject({ status: 415, code: 'request_media_type' })
    }
  })

  test.each(['{', '"text"', '[1]', 'null', '{"a":1}x', '\u0000', ''])('a body that is %j is refused', async (body) => {
    expect((await post(body, json)).status).toBe(400)
  })

  test('a field that the contract does not list changes nothing', async () => {
    const article = await keepDraft(admin, articleInput())
    const extras = { id: 'x', role: 'administrator', status: 'published', views: 9999, version: 7, 'a[b]': 'c' }
    const sent = { version: 1, article: { ...articleInput(), ...extras }, openid: 'x' }
    const { status, body } = await admin.call<ErrorBody>('PUT', `/api/admin/articles/${article.id}`, { json: sent })
    expect(status).toBe(400)
    expect(Object.keys(body.error.fields ?? {}).sort()).toEqual(
      [...Object.keys(extras).map((name) => `article.${name}`), 'openid'].sort(),
    )
    const polluted = `{"version":1,"article":${draft.slice(0, -1)},"__proto__":{"isAdmin":true}}}`
    const answer = await fetch(`${server.url}/api/admin/articles/${article.id}`, {
      method: 'PUT',
      body: polluted,
      headers: { ...json, cookie: admin.cookie() ?? '', origin: server.url },
    })
    expect(answer.status).toBe(400)
    expect((await admin.call('GET', `/api/admin/articles/${article.id}`)).body).toMatchObject({ version: 1, views: 0 })
  })

  test('a body over 1 MB is refused, told beforehand or not, and the server stays well', async () => {
    expect(await post(Buffer.alloc(1024 * 1024 + 1, 32), json)).toMatchObject({
      status: 413,
      code: 'request_too_large',
    })
    const status = await new Promise((resolve) => {
      const { hostname, port } = new URL(server.url)
      const headers = { ...json, cookie: admin.cookie() ?? '', origin: server.url, 'transfer-encoding': 'chunked' }
      const call = rawRequest({ hostname, port, path: '/api/admin/articles', method: 'POST', headers }, (response) => {
        resolve(response.statusCode)
        call.destroy()
      })
      // whoever goes on sending is hung up on
      call.on('error', () => resolve(413))
      const fill = () => {
        while (!call.destroyed && call.write(Buffer.alloc(256 * 1024, 32)));
      }
      call.on('drain', fill)
      fill()
    })
    expect(status).toBe(413)
    expect((await request(`${server.url}/api/home`)).status).toBe(200)
  })

  test('a deeply nested body is an error like any other', async () => {
    const body = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect((await post(body, json)).status).toBe(400)
  })

  test('a member’s token and a staff cookie open nothing of each other', async () => {
    const headers = { authorization: `Bearer ${admin.cookie()?.split('=')[1]}` }
    expect(codeOf(await request(`${server.url}/api/alerts`, 'GET', { headers }))).toBe('session_required')
    expect(codeOf(await admin.call('GET', '/api/alerts'))).toBe('session_required')
  })

  test('the guard also says so in English', async () => {
    const { body } = await admin.call<ErrorBody>('POST', '/api/admin/articles', {
      json: { ...articleInput(), title: '' },
      headers: { 'accept-language': 'en' },
    })
    expect(body.error).toMatchObject({
      message: 'Some values are not valid.',
      fields: { title: { message: 'This is required.' } },
    })
  })

  test.each([
    ['/api/contact', 'no-cache'],
    // Kept, and asked for anew each time: the same is a 304, what was withdrawn is gone.
    ['/api/home', 'no-cache'],
  ])('the answer at %s tells browsers to take it for what it is, and how to keep it', async (path, keeping) => {
    const { headers } = await request(`${server.url}${path}`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(headers.get('cache-control')).toBe(keeping)
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-z]{26}$/)
  })
})

test('a database that is gone is told as such, with the request’s id in the log and nothing of it in the answer', async () => {
  const logged: { fields: object; message: string }[] = []
  const logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (fields: object, message: string) => logged.push({ fields, message }),
  }
  const server = await startTestServer({ seed: false, logger })
  await server.database.write((manager) => manager.query('DROP TABLE channel'))
  const answer = await request<ErrorBody>(`${server.url}/api/home`)
  expect([answer.status, answer.body]).toEqual([
    500,
    { error: { code: 'internal', message: '服务器出现错误，请稍后再试。' } },
  ])
  const failed = logged.find(({ message }) => message === 'a request failed')
  expect(failed?.fields).toMatchObject({ requestId: answer.headers.get('x-request-id'), path: '/api/home' })
  await server.stop()
})

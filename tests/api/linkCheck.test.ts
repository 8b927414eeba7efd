import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ErrorBody } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, type StaffBrowser } from '../support/staff'

const PATH = '/api/admin/links/check'

describe.each(availableDatabases)('links that the server asks about, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())
  const check = (urls: unknown) =>
    admin.call<{ links: { url: string; state: string }[] } & ErrorBody>('POST', PATH, { json: { urls } })

  test('what lies within the office is never asked, however it is written', async () => {
    let knocks = 0
    const inside = createServer((_request, response) => {
      knocks += 1
      response.end()
    })
    await new Promise<void>((done) => inside.listen(0, '0.0.0.0', done))
    const { port } = inside.address() as AddressInfo
    const hosts = ['127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']
    const urls = hosts.flatMap((host) => [`http://${host}:${port}/`, `http://${host}/`])
    const { status, body } = await check(urls)
    await new Promise((done) => inside.close(done))
    expect(status).toBe(200)
    expect(body.links).toEqual(urls.map((url) => ({ url, state: 'refused' })))
    expect(knocks).toBe(0)
  })

  test.each([
    ['nothing', []],
    ['a file', ['file:///etc/passwd']],
    ['a script', ['javascript:alert(1)']],
    ['no address', ['海滨']],
    ['more than twenty', Array.from({ length: 21 }, (_, number) => `https://example.org/${number}`)],
  ])('%s is refused', async (_what, urls) => {
    expect(codeOf(await check(urls))).toBe('request_invalid')
  })

  test('only staff may send the server out', async () => {
    const json = { urls: ['https://example.org/'] }
    const answer = await request(server.url + PATH, 'POST', { json, headers: { origin: server.url } })
    expect(answer.status).toBe(401)
  })

  test('the words of current affairs come from the association’s file', async () => {
    const { body } = await admin.call<{ currentAffairs: string[] }>('GET', '/api/admin/site')
    expect(body.currentAffairs).toContain('选举')
  })
})

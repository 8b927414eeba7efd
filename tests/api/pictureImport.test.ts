import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorBody } from '../../shared/contract'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, type StaffBrowser } from '../support/staff'

const PATH = '/api/admin/media/import'

describe('pictures of other sites that staff paste', () => {
  let server: TestServer
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())
  const bring = (url: unknown) => admin.call<ErrorBody>('POST', PATH, { json: { url } })

  test('what lies within the office is never asked, and nothing is left behind', async () => {
    let knocks = 0
    const inside = createServer((_request, response) => {
      knocks += 1
      response.end()
    })
    await new Promise<void>((done) => inside.listen(0, '0.0.0.0', done))
    const { port } = inside.address() as AddressInfo
    const hosts = ['127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']
    for (const url of hosts.flatMap((host) => [`http://${host}:${port}/a.png`, `http://${host}/a.png`])) {
      expect([url, codeOf(await bring(url))]).toEqual([url, 'picture_address_refused'])
    }
    await new Promise((done) => inside.close(done))
    expect(knocks).toBe(0)
    expect(await readdir(join(server.dataFolder, 'incoming'))).toEqual([])
  })

  test.each([
    ['a file', 'file:///C:/Users/clip_image001.png'],
    ['a picture written out', 'data:image/png;base64,AAAA'],
    ['no address', '海滨'],
    ['nothing', undefined],
  ])('%s is refused', async (_what, url) => {
    expect(codeOf(await bring(url))).toBe('request_invalid')
  })

  test('only staff may send the server out', async () => {
    const json = { url: 'https://example.org/a.png' }
    const answer = await request(server.url + PATH, 'POST', { json, headers: { origin: server.url } })
    expect(answer.status).toBe(401)
  })
})

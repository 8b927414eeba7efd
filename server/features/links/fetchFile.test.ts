import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFileFetcher } from './fetchFile'

const servers: Server[] = []
const listen = async (handle: RequestListener): Promise<number> => {
  const server = createServer(handle)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'association-fetch-'))
  path = join(folder, 'file')
})
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(folder, { recursive: true, force: true })
})

/** A part of the loopback that counts as the open internet here, so that files can be served at all. */
const outside = { isPublic: (address: string) => address === '127.0.0.1', mayAsk: () => true }

test('a file is brought whole, over a redirect, without saying from where it was asked', async () => {
  const asked: (string | undefined)[] = []
  const port = await listen((request, response) => {
    asked.push(request.headers.referer, request.headers.cookie)
    if (request.url === '/old') response.writeHead(302, { location: '/new' }).end()
    else response.end('the picture')
  })
  expect(await createFileFetcher(outside)(`http://127.0.0.1:${port}/old`, path, 100)).toBe('kept')
  expect(readFileSync(path, 'utf8')).toBe('the picture')
  expect(asked).toEqual([undefined, undefined, undefined, undefined])
})

test.each(['http://169.254.169.254/latest/', 'http://10.0.0.1/a.png', 'http://[::1]/', 'http://a:b@example.org/'])(
  '%s is not asked',
  async (url) => {
    expect(await createFileFetcher()(url, path, 100)).toBe('refused')
  },
)

test('nobody within the office hears a knock, not even by a redirect or a name that turns', async () => {
  let knocks = 0
  const inside = await listen((_request, response) => {
    knocks += 1
    response.end('secret')
  })
  const gate = await listen((_request, response) => {
    response.writeHead(302, { location: `http://127.0.0.2:${inside}/` }).end()
  })
  expect(await createFileFetcher(outside)(`http://127.0.0.1:${gate}/`, path, 100)).toBe('refused')
  expect(await createFileFetcher({ mayAsk: () => true })(`http://localhost:${inside}/`, path, 100)).toBe('refused')
  const both = { ...outside, resolve: () => Promise.resolve(['127.0.0.1', '10.0.0.1']) }
  expect(await createFileFetcher(both)(`http://pictures.example:${inside}/`, path, 100)).toBe('refused')
  expect(knocks).toBe(0)
})

test('what is too large, told beforehand or not, and what ends early leave nothing behind', async () => {
  const port = await listen((request, response) => {
    if (request.url === '/told') response.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5000))
    else if (request.url === '/short') {
      response.writeHead(200, { 'content-length': '50' })
      response.write('x')
      setImmediate(() => response.destroy())
    } else response.end('x'.repeat(5000))
  })
  const fetchFile = createFileFetcher(outside)
  expect(await fetchFile(`http://127.0.0.1:${port}/told`, path, 100)).toBe('too_large')
  expect(await fetchFile(`http://127.0.0.1:${port}/untold`, path, 100)).toBe('too_large')
  expect(await fetchFile(`http://127.0.0.1:${port}/short`, path, 100)).toBe('lost')
  expect(existsSync(path)).toBe(false)
})

test('a site that says no, and one that never answers, are lost', async () => {
  const port = await listen((request, response) => {
    if (request.url === '/no') response.writeHead(403).end('no')
  })
  const fetchFile = createFileFetcher({ ...outside, timeoutMs: 300 })
  expect(await fetchFile(`http://127.0.0.1:${port}/no`, path, 100)).toBe('lost')
  expect(await fetchFile(`http://127.0.0.1:${port}/silence`, path, 100)).toBe('lost')
  expect(existsSync(path)).toBe(false)
})

import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createProbe } from './probe'
import { isPublicAddress } from './publicAddress'

const servers: Server[] = []
const listen = async (handle: RequestListener): Promise<number> => {
  const server = createServer(handle)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A part of the loopback that counts as the open internet here, so that pages can be served at all. */
const outside = { isPublic: (address: string) => address === '127.0.0.1', mayAsk: () => true, timeoutMs: 60_000 }

test.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://[2002:7f00:1::]/',
  'http://10.0.0.8/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0.0.0.0/',
  'http://user:secret@example.org/',
  'http://example.org:6379/',
  'ftp://example.org/',
])('%s is not asked', async (url) => {
  expect(await createProbe().ask(url)).toBe('refused')
})

test('nobody within the office hears a knock, not even by a redirect', async () => {
  let knocks = 0
  const inside = await listen((_request, response) => {
    knocks += 1
    response.end()
  })
  const gate = await listen((_request, response) => {
    response.writeHead(302, { location: `http://127.0.0.2:${inside}/` }).end()
  })
  expect(await createProbe(outside).ask(`http://127.0.0.1:${gate}/`)).toBe('refused')
  expect(await createProbe({ mayAsk: () => true }).ask(`http://localhost:${inside}/`)).toBe('refused')
  expect(knocks).toBe(0)
})

test('a name that turns to another address after it was looked at is asked at the first one', async () => {
  const asked: string[] = []
  const port = await listen((request, response) => {
    asked.push(request.headers.host ?? '')
    response.end()
  })
  const answers = [['127.0.0.1'], ['127.0.0.2']]
  const probe = createProbe({ ...outside, resolve: () => Promise.resolve(answers.shift() ?? []) })
  expect(await probe.ask(`http://turns.example:${port}/`)).toBe('fine')
  expect(asked).toEqual([`turns.example:${port}`])
  expect(answers).toHaveLength(1)
})

test('a name with one address of the office among others is not asked', async () => {
  const probe = createProbe({ ...outside, resolve: () => Promise.resolve(['127.0.0.1', '10.0.0.8']) })
  expect(await probe.ask('http://both.example/')).toBe('refused')
})

test.each([
  [200, 'fine'],
  [404, 'dead'],
  [410, 'dead'],
  [403, 'unclear'],
  [503, 'unclear'],
] as const)('a page that answers %i is %s', async (status, state) => {
  const port = await listen((_request, response) => response.writeHead(status).end())
  expect(await createProbe(outside).ask(`http://127.0.0.1:${port}/`)).toBe(state)
})

test('a site that does not know HEAD is asked once more', async () => {
  const port = await listen(({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end('x'))
  expect(await createProbe(outside).ask(`http://127.0.0.1:${port}/`)).toBe('fine')
})

test('redirects are followed, but not for ever', async () => {
  const port = await listen(({ url = '' }, response) => {
    if (url === '/there') response.end()
    else response.writeHead(302, { location: url === '/once' ? '/there' : '/round' }).end()
  })
  const ask = (path: string) => createProbe(outside).ask(`http://127.0.0.1:${port}${path}`)
  expect(await ask('/once')).toBe('fine')
  expect(await ask('/round')).toBe('unclear')
})

test('a page that never answers is given up in time; a page without end is not read', async () => {
  const silent = await listen(() => undefined)
  let hungUp: () => void
  const left = new Promise<void>((done) => (hungUp = done))
  const endless = await listen((_request, response) => {
    response.writeHead(200)
    response.flushHeaders()
    const timer = setInterval(() => response.write('x'.repeat(65_536)), 5)
    response.on('close', () => {
      clearInterval(timer)
      hungUp()
    })
  })
  expect(await createProbe({ ...outside, timeoutMs: 200 }).ask(`http://127.0.0.1:${silent}/`)).toBe('unclear')
  expect(await createProbe(outside).ask(`http://127.0.0.1:${endless}/`)).toBe('fine')
  await left
})

test('a name that nobody knows is dead', async () => {
  const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
  expect(await createProbe({ resolve }).ask('http://gone.example/')).toBe('dead')
})

test('addresses of the open internet are public', () => {
  for (const address of ['8.8.8.8', '114.114.114.114', '2400:3200::1']) expect(isPublicAddress(address)).toBe(true)
  expect(isPublicAddress('not an address')).toBe(false)
})

import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, createServer, request as ask, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { probes } from '../../server/http/probes'
import { silentLogger } from '../../server/kernel/logger'
import { readSettings } from '../../server/main/settings'
import { startWeb } from '../../server/main/startWeb'
import { createTestClock } from '../support/clock'
import { availableDatabases, createFreshDatabase } from '../support/databases'
import { request } from '../support/http'
import { startTestServer } from '../support/server'
import { until } from '../support/until'

/** One request on a connection that would be kept; the headers of the answer. */
const headersOf = (url: string, agent: Agent): Promise<IncomingMessage['headers']> =>
  new Promise((resolve, reject) => {
    ask(url, { agent }, (answer) => answer.resume().on('end', () => resolve(answer.headers)))
      .on('error', reject)
      .end()
  })

test('a server says that it lives and that it may be given requests', async () => {
  const server = await startTestServer()
  expect(await request(`${server.url}/healthz`)).toMatchObject({ status: 200, body: { status: 'ok' } })
  expect(await request(`${server.url}/readyz`)).toMatchObject({ status: 200, body: { status: 'ok' } })
  await server.stop()
})

test.each(availableDatabases)(
  'a server that is told to stop says so first, and answers everybody meanwhile, on %s',
  async (kind) => {
    const fresh = await createFreshDatabase(kind)
    const folder = await mkdtemp(join(tmpdir(), 'association-drain-'))
    const given = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, DATABASE_URL: fresh.url, DRAIN_MS: '5000' }
    const parts = { settings: readSettings(given), clock: createTestClock(), logger: silentLogger }
    const web = await startWeb({ ...parts, migrate: true, seed: true })
    const url = `http://127.0.0.1:${web.port}`
    const agent = new Agent({ keepAlive: true })
    expect((await headersOf(`${url}/api/home`, agent)).connection).toBe('keep-alive')

    const stopped = web.stop()
    const told = await until(
      () => request(`${url}/readyz`),
      ({ status }) => status !== 200,
    )
    expect(told).toMatchObject({ status: 503, body: { status: 'stopping' } })
    expect((await request(`${url}/healthz`)).status).toBe(200)
    expect((await request(`${url}/api/home`)).status).toBe(200)
    // on the connection that was kept from before
    expect((await headersOf(`${url}/api/home`, agent)).connection).toBe('close')
    await stopped
    await expect(request(`${url}/readyz`)).rejects.toThrow()
    agent.destroy()
    await fresh.drop()
    await rm(folder, { recursive: true })
  },
)

test.each([
  ['does not answer', () => Promise.resolve(false)],
  ['fails', () => Promise.reject(new Error('gone'))],
])('a server whose database %s lives, and may not be given requests', async (_, canServe) => {
  const otherwise: RequestListener = (_request, response) => response.writeHead(404).end('{}')
  const server = createServer(probes({ isDraining: () => false, canServe }, otherwise))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect((await request(`${url}/healthz`)).status).toBe(200)
  expect(await request(`${url}/readyz`)).toMatchObject({ status: 503, body: { status: 'no_database' } })
  expect((await request(`${url}/api/home`)).status).toBe(404)
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

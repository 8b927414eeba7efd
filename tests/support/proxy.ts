import { Agent, createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from './http'
import { until } from './until'

const LOOK_MS = 100

interface Backend {
  url: string
  isReady: boolean
  agent: Agent
}

/**
 * What stands in front of several web processes: one address, requests in turn to those whose `/readyz` says 200, on
 * connections that are kept. It tries nothing again: what fails behind it fails in front of it.
 */
export async function startProxy() {
  const backends: Backend[] = []
  const served = new Map<string, number>()
  let turn = 0

  const look = async (backend: Backend) => {
    const answer = await request(`${backend.url}/readyz`).catch(() => null)
    backend.isReady = answer?.status === 200
  }
  const timer = setInterval(() => void Promise.all(backends.map(look)), LOOK_MS)

  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const ready = backends.filter(({ isReady }) => isReady)
    const backend = ready[(turn += 1) % Math.max(1, ready.length)]
    const refuse = (code: string) => {
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { code } }))
    }
    if (backend === undefined) return refuse('proxy_nobody_ready')
    served.set(backend.url, (served.get(backend.url) ?? 0) + 1)
    const { connection: _ours, ...headers } = incoming.headers
    const forward = ask(
      `${backend.url}${incoming.url ?? '/'}`,
      { method: incoming.method, headers, agent: backend.agent, setHost: false },
      (answer) => {
        const { connection: _theirs, 'keep-alive': _time, ...rest } = answer.headers
        outgoing.writeHead(answer.statusCode ?? 502, rest)
        answer.pipe(outgoing)
        answer.on('error', () => outgoing.destroy())
      },
    )
    forward.on('error', (error) => refuse(`proxy_${(error as NodeJS.ErrnoException).code ?? error.message}`))
    outgoing.on('close', () => forward.destroy())
    incoming.pipe(forward)
  }

  const server = createServer(pass)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many requests each process behind it was given. */
    served,

    /** Resolves once it is given requests. */
    async add(url: string): Promise<void> {
      const backend = { url, isReady: false, agent: new Agent({ keepAlive: true }) }
      backends.push(backend)
      await until(
        () => Promise.resolve(backend.isReady),
        (isReady) => isReady,
        60_000,
      )
    },

    remove(url: string): void {
      const at = backends.findIndex((backend) => backend.url === url)
      for (const { agent } of backends.splice(at, 1)) agent.destroy()
    },

    async stop(): Promise<void> {
      clearInterval(timer)
      for (const { agent } of backends) agent.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

export type Proxy = Awaited<ReturnType<typeof startProxy>>

import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { portProblem } from './startError'

/** Longer than a proxy keeps a connection that nobody uses: else it sends on one that is closed at that moment. */
const KEEP_ALIVE_MS = 75_000
const SWEEP_MS = 50

export interface Listener {
  port: number
  /** Requests that came before are answered from now on. */
  serve(handler: RequestListener): void
  /** Takes no new connections and waits for the answers under way, at most `patienceMs`. */
  close(patienceMs: number): Promise<void>
}

function shut(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patienceMs)
    // An answer under way when this began leaves its connection open behind it.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    server.close(() => {
      clearTimeout(impatient)
      clearInterval(sweep)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/**
 * Listens first and serves later: the port is known (and known to be free) before anything is built on it. A request
 * that comes in between waits.
 */
export function listen(port: number, host: string): Promise<Listener> {
  let early: (() => void)[] = []
  let handler: RequestListener = (request, response) => early.push(() => handler(request, response))
  const ready = (serve: RequestListener) => {
    handler = serve
    for (const answer of early) answer()
    early = []
  }
  const server = createServer((request, response) => handler(request, response))
  server.headersTimeout = 15_000
  server.keepAliveTimeout = KEEP_ALIVE_MS
  // a picture of 20 MB over a slow line
  server.requestTimeout = 120_000

  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portProblem(port, error)))
    server.listen(port, host, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        serve: ready,
        close: (patienceMs) => shut(server, patienceMs),
      }),
    )
  })
}

import type { RequestListener, ServerResponse } from 'node:http'
import { EVERY_ANSWER } from './securityHeaders'

/** What a process answers to those who watch it; ahead of everything else, so that nothing can hold it up. */
export interface ProbeState {
  /** This process takes no more work: whoever hands out requests is to leave it out. */
  isDraining: () => boolean
  /** Throws or answers false when requests cannot be served now. */
  canServe: () => Promise<boolean>
}

function say(response: ServerResponse, status: number, what: string): void {
  const body = `{"status":"${what}"}`
  response.writeHead(status, {
    ...EVERY_ANSWER,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  })
  response.end(body)
}

/**
 * `/healthz`: the process lives; whoever gets no answer may kill it. `/readyz`: it may be given requests; 503 while it is
 * about to stop and while its database does not answer. From the start of a stop every answer closes its connection.
 */
export const probes =
  ({ isDraining, canServe }: ProbeState, otherwise: RequestListener): RequestListener =>
  (request, response) => {
    if (isDraining()) response.shouldKeepAlive = false
    const { url } = request
    if (url === '/healthz') return say(response, 200, 'ok')
    if (url !== '/readyz') return otherwise(request, response)
    if (isDraining()) return say(response, 503, 'stopping')
    canServe().then(
      (can) => say(response, can ? 200 : 503, can ? 'ok' : 'no_database'),
      () => say(response, 503, 'no_database'),
    )
  }

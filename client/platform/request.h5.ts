import { hearServerDate } from './clock'
import type { RawAnswer, RawRequest } from './request'

const TIMEOUT_MS = 15_000

/** The web's twin of `request.ts`: same origin, same promise to reject only when no answer came. */
export async function send({ method, path, body, token, onStop }: RawRequest): Promise<RawAnswer> {
  const stop = new AbortController()
  onStop?.(() => stop.abort())
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS)
  try {
    const answer = await fetch(API_BASE + path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'omit',
      signal: stop.signal,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    })
    hearServerDate(answer.headers.get('date'))
    const parsed: unknown = await answer.json().catch(() => null)
    return { status: answer.status, body: parsed }
  } finally {
    clearTimeout(timer)
  }
}

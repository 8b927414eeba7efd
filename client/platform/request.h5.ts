import type { RawAnswer, RawRequest } from './request'

const TIMEOUT_MS = 15_000

/** The web's twin of `request.ts`: same origin, same promise to reject only when no answer came. */
export async function send({ method, path, body, token }: RawRequest): Promise<RawAnswer> {
  const stop = new AbortController()
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
    const parsed: unknown = await answer.json().catch(() => null)
    return { status: answer.status, body: parsed }
  } finally {
    clearTimeout(timer)
  }
}

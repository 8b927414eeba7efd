import { open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { addressOf, askAddress, OPEN_WEB, type OpenWeb } from './openWeb'

const MOST_HOPS = 4
const TIMEOUT_MS = 20_000

export interface FetchOptions extends OpenWeb {
  timeoutMs: number
}

/** `refused`: not an address of the open internet. `too_large`: more bytes than allowed. `lost`: everything else. */
export type Fetched = 'kept' | 'refused' | 'too_large' | 'lost'

/** Writes an answer down as it comes and stops at the first byte too many. */
async function keep(response: IncomingMessage, path: string, maxBytes: number): Promise<Fetched> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) return 'too_large'
  const file = await open(path, 'wx', 0o600)
  try {
    let bytes = 0
    for await (const chunk of response) {
      bytes += (chunk as Buffer).length
      if (bytes > maxBytes) return 'too_large'
      await file.write(chunk as Buffer)
    }
    return bytes === 0 ? 'lost' : 'kept'
  } finally {
    await file.close()
  }
}

/**
 * Brings a file of another site to `path`. Only the open internet is asked, at the address that was looked at; each
 * redirect is looked at anew. Never throws; what is not kept whole is removed.
 */
export function createFileFetcher(given: Partial<FetchOptions> = {}) {
  const options = { ...OPEN_WEB, timeoutMs: TIMEOUT_MS, ...given }

  async function follow(start: string, path: string, maxBytes: number, signal: AbortSignal): Promise<Fetched> {
    let url = new URL(start)
    for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
      const place = await addressOf(options, url)
      if (place === 'refused') return 'refused'
      if (place === 'unknown') return 'lost'
      const ask = { url, address: place.address, method: 'GET', accept: 'image/*', agent: 'picture import' } as const
      const response = await askAddress({ ...ask, signal })
      try {
        const { statusCode = 0, headers } = response
        if (statusCode === 200) return await keep(response, path, maxBytes)
        if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) return 'lost'
        url = new URL(headers.location, url)
      } finally {
        response.destroy()
      }
    }
    return 'lost'
  }

  return async (url: string, path: string, maxBytes: number): Promise<Fetched> => {
    const signal = AbortSignal.timeout(options.timeoutMs)
    // a name that is never answered for has no request that the signal could end
    const late = new Promise<Fetched>((resolve) =>
      signal.addEventListener('abort', () => resolve('lost'), { once: true }),
    )
    const outcome = await Promise.race([follow(url, path, maxBytes, signal).catch((): Fetched => 'lost'), late])
    if (outcome !== 'kept') await rm(path, { force: true })
    return outcome
  }
}

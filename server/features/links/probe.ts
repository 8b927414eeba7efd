import type { LinkState } from '../../../shared/contract'
import { addressOf, askAddress, OPEN_WEB, type OpenWeb } from './openWeb'
import type { LinkProbe } from './ports'

const MOST_HOPS = 4
const TIMEOUT_MS = 6_000

export interface ProbeOptions extends OpenWeb {
  timeoutMs: number
}

const DEFAULTS: ProbeOptions = { ...OPEN_WEB, timeoutMs: TIMEOUT_MS }

interface Reply {
  status: number
  location: string | undefined
}

async function ask(url: URL, address: string, method: 'HEAD' | 'GET', signal: AbortSignal): Promise<Reply> {
  const response = await askAddress({ url, address, method, accept: '*/*', agent: 'link check', signal })
  // what the page says is of no interest
  response.destroy()
  return { status: response.statusCode ?? 0, location: response.headers.location }
}

const stateOf = (status: number): LinkState => {
  if (status >= 200 && status < 400) return 'fine'
  return status === 404 || status === 410 ? 'dead' : 'unclear'
}

const isUnknownName = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  ['ENOTFOUND', 'ENODATA'].includes(String(error.code))

/**
 * Asks whether a page is there. Only the open internet is asked, on the ports of the web, at the address that was
 * checked; each redirect is checked anew. Many sites refuse programs: what is not surely gone is `unclear`.
 */
export function createProbe(given: Partial<ProbeOptions> = {}): LinkProbe {
  const options = { ...DEFAULTS, ...given }

  async function follow(address: string, signal: AbortSignal): Promise<LinkState> {
    let url = new URL(address)
    for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
      const place = await addressOf(options, url)
      if (place === 'refused') return 'refused'
      if (place === 'unknown') return 'dead'
      let reply = await ask(url, place.address, 'HEAD', signal)
      if (reply.status >= 400) reply = await ask(url, place.address, 'GET', signal)
      if (reply.status < 300 || reply.status >= 400 || reply.location === undefined) return stateOf(reply.status)
      url = new URL(reply.location, url)
    }
    return 'unclear'
  }

  return {
    async ask(address) {
      const signal = AbortSignal.timeout(options.timeoutMs)
      const late = new Promise<LinkState>((resolve) =>
        signal.addEventListener('abort', () => resolve('unclear'), { once: true }),
      )
      const answer = follow(address, signal).catch((error: unknown): LinkState => {
        return isUnknownName(error) ? 'dead' : 'unclear'
      })
      return Promise.race([answer, late])
    },
  }
}

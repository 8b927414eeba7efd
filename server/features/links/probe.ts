import { lookup } from 'node:dns/promises'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { LinkState } from '../../../shared/contract'
import type { LinkProbe } from './ports'
import { isPublicAddress } from './publicAddress'

const MOST_HOPS = 4
const TIMEOUT_MS = 6_000

export interface ProbeOptions {
  /** All addresses of a name. */
  resolve(hostname: string): Promise<string[]>
  isPublic(address: string): boolean
  /** Ports that may be asked; '' is the scheme's own. */
  mayAsk(port: string): boolean
  timeoutMs: number
}

const DEFAULTS: ProbeOptions = {
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
  mayAsk: (port) => port === '',
  timeoutMs: TIMEOUT_MS,
}

interface Reply {
  status: number
  location: string | undefined
}

/** Asks the very address that was looked at: a name that answers differently the second time gains nothing. */
function askAddress(url: URL, address: string, method: 'HEAD' | 'GET', signal: AbortSignal): Promise<Reply> {
  const secure = url.protocol === 'https:'
  const send = secure ? overHttps : overHttp
  return new Promise((resolve, reject) => {
    const request = send(
      {
        method,
        host: address,
        port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host, accept: '*/*', 'user-agent': 'Mozilla/5.0 (compatible; link check)' },
        ...(secure ? { servername: url.hostname } : {}),
        agent: false,
        maxHeaderSize: 16 * 1024,
        signal,
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location })
        // what the page says is of no interest
        response.destroy()
      },
    )
    request.on('error', reject)
    request.end()
  })
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
      if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || !options.mayAsk(url.port)) {
        return 'refused'
      }
      const addresses = await options.resolve(url.hostname.replace(/^\[|\]$/g, ''))
      const [first] = addresses
      if (first === undefined) return 'dead'
      if (!addresses.every(options.isPublic)) return 'refused'
      let reply = await askAddress(url, first, 'HEAD', signal)
      if (reply.status >= 400) reply = await askAddress(url, first, 'GET', signal)
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

import { lookup } from 'node:dns/promises'
import { request as overHttp, type IncomingMessage } from 'node:http'
import { request as overHttps } from 'node:https'
import { isPublicAddress } from './publicAddress'

export interface OpenWeb {
  /** All addresses of a name. */
  resolve(hostname: string): Promise<string[]>
  isPublic(address: string): boolean
  /** Ports that may be asked; '' is the scheme's own. */
  mayAsk(port: string): boolean
}

/** The open internet, on the ports of the web. */
export const OPEN_WEB: OpenWeb = {
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
  mayAsk: (port) => port === '',
}

/**
 * The one address at which a page may be asked. `refused`: it is none of the open internet, or carries a name and a
 * password. `unknown`: nobody answers for the name.
 */
export async function addressOf(web: OpenWeb, url: URL): Promise<{ address: string } | 'refused' | 'unknown'> {
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || !web.mayAsk(url.port)) return 'refused'
  const addresses = await web.resolve(url.hostname.replace(/^\[|\]$/g, ''))
  const [address] = addresses
  if (address === undefined) return 'unknown'
  return addresses.every(web.isPublic) ? { address } : 'refused'
}

export interface Question {
  url: URL
  /** The very address that was looked at: a name that answers differently the second time gains nothing. */
  address: string
  method: 'HEAD' | 'GET'
  accept: string
  agent: string
  signal: AbortSignal
}

/** Asks at one address and hands back the answer as it begins; whoever asked reads or destroys it. */
export function askAddress({ url, address, method, accept, agent, signal }: Question): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:'
  const send = secure ? overHttps : overHttp
  return new Promise((resolve, reject) => {
    const request = send(
      {
        method,
        host: address,
        port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host, accept, 'user-agent': `Mozilla/5.0 (compatible; ${agent})` },
        ...(secure ? { servername: url.hostname } : {}),
        agent: false,
        maxHeaderSize: 16 * 1024,
        signal,
      },
      resolve,
    )
    request.on('error', reject)
    request.end()
  })
}

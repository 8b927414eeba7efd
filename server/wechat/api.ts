import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import { readAnswer } from './answer'
import type { TokenStore } from './ports'
import { createTokenKeeper, TokenUnavailable, type FetchToken, type TokenKeeper } from './token'
import { createTransport, type Transport } from './transport'

export interface WechatOptions {
  /** `https://api.weixin.qq.com`, or where a stand-in answers. */
  baseUrl: string
  appid: string
  secret: string
  tokenStore: TokenStore
  clock: Clock
  logger: Logger
  /** Most requests at once. */
  connections?: number
  /** For a whole exchange, in milliseconds. */
  timeoutMs?: number
}

export interface WechatApi {
  appid: string
  secret: string
  timeoutMs: number
  transport: Transport
  tokens: TokenKeeper
  close(): Promise<void>
}

const REFUSED_WAIT_MS = 60_000

/** Source: server API `getStableAccessToken`. */
function stableToken(transport: Transport, appid: string, secret: string, timeoutMs: number): FetchToken {
  return async (force) => {
    const body = JSON.stringify({ grant_type: 'client_credential', appid, secret, force_refresh: force })
    const result = await transport.request({ method: 'POST', path: '/cgi-bin/stable_token', body, timeoutMs })
    if (result.kind !== 'answer') throw new TokenUnavailable(`stable_token: ${result.detail}`, 1_000)
    const answer = readAnswer(result)
    if (answer === null)
      throw new TokenUnavailable(`stable_token: HTTP ${result.status}, not an answer of the API`, 1_000)
    const { access_token: token, expires_in: seconds } = answer.values
    if (answer.errcode !== 0 || typeof token !== 'string' || token === '' || typeof seconds !== 'number') {
      const waitMs = answer.errcode === -1 ? 1_000 : REFUSED_WAIT_MS
      throw new TokenUnavailable(`stable_token: ${answer.errcode} ${answer.errmsg}`, waitMs)
    }
    return { token, expiresInMs: seconds * 1_000 }
  }
}

/** WeChat's server API for one app id. */
export function createWechatApi(options: WechatOptions): WechatApi {
  const { appid, secret, tokenStore, clock, logger } = options
  const timeoutMs = options.timeoutMs ?? 10_000
  const transport = createTransport({ baseUrl: options.baseUrl, connections: options.connections ?? 32 })
  const fetchToken = stableToken(transport, appid, secret, timeoutMs)
  const tokens = createTokenKeeper({ appid, store: tokenStore, fetchToken, clock, logger })
  return { appid, secret, timeoutMs, transport, tokens, close: () => transport.close() }
}

import type { WechatTemplate } from '../../shared/contract'
import type { Logger } from '../kernel/logger'
import { readAnswer } from './answer'
import { createTemplateList } from './templateList'
import { createTransport } from './transport'

export interface AccountOptions {
  baseUrl: string
  appid: string
  secret: string
  logger: Logger
  timeoutMs?: number
}

/** What WeChat says to these credentials. `date`: its clock, when it told it; ms, whole seconds. */
export type AccountAnswer = { date: number | null } & (
  | { kind: 'token'; token: string }
  | { kind: 'refused'; errcode: number; errmsg: string }
  | { kind: 'unreachable'; detail: string }
)

const detailOf = (error: unknown): string => {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return String(cause.code)
  return error instanceof Error ? error.name : String(error)
}

/**
 * Asks for a token in normal mode, which gives the one that is in use and makes no other invalid. Nothing is kept of it.
 * Source: server API `getStableAccessToken`.
 */
export async function askForToken({ baseUrl, appid, secret, timeoutMs = 10_000 }: AccountOptions) {
  const body = JSON.stringify({ grant_type: 'client_credential', appid, secret, force_refresh: false })
  let date: number | null = null
  const answerOf = async (): Promise<AccountAnswer> => {
    const response = await fetch(`${baseUrl}/cgi-bin/stable_token`, {
      ...{ method: 'POST', body, headers: { 'content-type': 'application/json' }, redirect: 'error' as const },
      signal: AbortSignal.timeout(timeoutMs),
    })
    const told = Date.parse(response.headers.get('date') ?? '')
    date = Number.isNaN(told) ? null : told
    const answer = readAnswer({ kind: 'answer', status: response.status, text: await response.text() })
    if (answer === null) return { kind: 'unreachable', detail: `HTTP ${response.status}`, date }
    const { errcode, errmsg, values } = answer
    const { access_token: token } = values
    if (errcode !== 0 || typeof token !== 'string' || token === '') return { kind: 'refused', errcode, errmsg, date }
    return { kind: 'token', token, date }
  }
  return answerOf().catch((error: unknown): AccountAnswer => ({ kind: 'unreachable', detail: detailOf(error), date }))
}

/**
 * The account's templates, asked for with a token that was just given.
 * @throws AppError wechat_busy, wechat_unavailable
 */
export async function askForTemplates(options: AccountOptions, token: string): Promise<WechatTemplate[]> {
  const { baseUrl, appid, secret, logger, timeoutMs = 10_000 } = options
  const transport = createTransport({ baseUrl, connections: 1 })
  const current = { token, generation: 1 }
  const tokens = { current: () => Promise.resolve(current), renew: () => Promise.resolve(current) }
  try {
    const api = { appid, secret, timeoutMs, transport, tokens, close: () => transport.close() }
    return await createTemplateList(api, logger).list()
  } finally {
    await transport.close()
  }
}

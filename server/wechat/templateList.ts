import type { WechatTemplate } from '../../shared/contract'
import { AppError } from '../kernel/errors'
import type { Logger } from '../kernel/logger'
import { readAnswer } from './answer'
import type { WechatApi } from './api'
import { TokenUnavailable, type CurrentToken } from './token'

const TOKEN_REFUSED = [40001, 40014, 41001, 42001]
const BUSY = [-1, 45009, 45011]
const RETRY_SECONDS = 60
const LONG_TERM = 3

/** Lines such as `活动时间:{{time2.DATA}}`. */
const LINE = /^(.*?)[:：]?\s*\{\{\s*([A-Za-z_]+\d+)\.DATA\s*\}\}/

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null)
    : []

function templateOf(entry: Record<string, unknown>): WechatTemplate {
  const listed = new Map(
    listOf(entry.keywordEnumValueList).map(({ keywordCode, enumValueList }) => [
      textOf(keywordCode).replace(/\.DATA$/, ''),
      Array.isArray(enumValueList) ? enumValueList.map(textOf) : [],
    ]),
  )
  const fields = textOf(entry.content)
    .split('\n')
    .flatMap((line) => {
      const [, label = '', key] = LINE.exec(line.trim()) ?? []
      if (key === undefined) return []
      const options = listed.get(key)
      return [{ key, label: label.trim(), ...(options === undefined ? {} : { options }) }]
    })
  const { priTmplId, title, example, type } = entry
  return { id: textOf(priTmplId), title: textOf(title), example: textOf(example), longTerm: type === LONG_TERM, fields }
}

/** The subscription templates that the account has. Source: server API `getTemplateList` (`wxaapi/newtmpl/gettemplate`). */
export function createTemplateList(api: WechatApi, logger: Logger) {
  const unavailable = (detail: string): AppError => {
    logger.warn({ detail }, 'WeChat gave no list of templates')
    return new AppError('wechat_unavailable')
  }

  async function attempt(token: string): Promise<WechatTemplate[] | 'token'> {
    const path = `/wxaapi/newtmpl/gettemplate?access_token=${encodeURIComponent(token)}`
    const result = await api.transport.request({ method: 'GET', path, timeoutMs: api.timeoutMs })
    if (result.kind !== 'answer') throw unavailable(result.detail)
    const answer = readAnswer(result)
    if (answer === null) throw unavailable(`HTTP ${result.status}`)
    if (TOKEN_REFUSED.includes(answer.errcode)) return 'token'
    if (BUSY.includes(answer.errcode)) throw new AppError('wechat_busy', { retryAfterSeconds: RETRY_SECONDS })
    if (answer.errcode !== 0) throw unavailable(`${answer.errcode} ${answer.errmsg}`)
    return listOf(answer.values.data).map(templateOf)
  }

  const tokenOr = async (ask: () => Promise<CurrentToken>): Promise<CurrentToken> => {
    try {
      return await ask()
    } catch (error) {
      throw unavailable(error instanceof TokenUnavailable ? error.detail : String(error))
    }
  }

  return {
    /** @throws AppError wechat_busy, wechat_unavailable */
    async list(): Promise<WechatTemplate[]> {
      const current = await tokenOr(() => api.tokens.current())
      const first = await attempt(current.token)
      if (first !== 'token') return first
      const renewed = await tokenOr(() => api.tokens.renew(current.generation))
      const second = await attempt(renewed.token)
      if (second === 'token') throw unavailable('the access token was refused twice')
      return second
    },
  }
}

import { AppError } from '../kernel/errors'
import type { Logger } from '../kernel/logger'
import { readAnswer } from './answer'
import type { WechatApi } from './api'

/** Who stands behind a login code. `sessionKey` stays on the server. */
export interface LoginResult {
  openid: string
  sessionKey: string
  unionid?: string
}

const INVALID = [40029, 40163, 41008]

/**
 * Exchanges a code of `wx.login`. Source: server API `code2Session`. A code is good for one exchange, so an exchange
 * without an answer is not repeated: the mini-program asks for a new code.
 * @throws AppError login_code_invalid, login_refused, wechat_busy, wechat_unavailable
 */
export async function codeToSession(api: WechatApi, code: string, logger: Logger): Promise<LoginResult> {
  const query = new URLSearchParams({
    appid: api.appid,
    secret: api.secret,
    js_code: code,
    grant_type: 'authorization_code',
  })
  const path = `/sns/jscode2session?${query.toString()}`
  const result = await api.transport.request({ method: 'GET', path, timeoutMs: api.timeoutMs })
  const answer = result.kind === 'answer' ? readAnswer(result) : null
  if (answer === null) {
    logger.warn({ detail: result.kind === 'answer' ? `HTTP ${result.status}` : result.detail }, 'WeChat login failed')
    throw new AppError('wechat_unavailable')
  }
  if (INVALID.includes(answer.errcode)) throw new AppError('login_code_invalid')
  if (answer.errcode === 40226) throw new AppError('login_refused')
  if (answer.errcode === -1 || answer.errcode === 45011) throw new AppError('wechat_busy', { retryAfterSeconds: 60 })
  const { openid, session_key: sessionKey, unionid } = answer.values
  if (answer.errcode !== 0 || typeof openid !== 'string' || openid === '' || typeof sessionKey !== 'string') {
    logger.error({ detail: `${answer.errcode} ${answer.errmsg}` }, 'WeChat refused a login for a reason of ours')
    throw new AppError('wechat_unavailable')
  }
  return { openid, sessionKey, ...(typeof unionid === 'string' ? { unionid } : {}) }
}

/** The members feature's way to learn an openid, and the key that WeChat shares with us for its session. */
export const createLoginProvider = (api: WechatApi, logger: Logger) => ({
  exchange: async (code: string): Promise<{ openid: string; sessionKey: string }> => {
    const { openid, sessionKey } = await codeToSession(api, code, logger)
    return { openid, sessionKey }
  },
})

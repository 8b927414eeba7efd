import { AppError } from '../kernel/errors'
import type { Logger } from '../kernel/logger'
import { readAnswer } from './answer'
import type { WechatApi } from './api'
import { TokenUnavailable, type CurrentToken } from './token'

const WIDTH = 430
const TOKEN_REFUSED = [40001, 40014, 41001, 42001]
const BUSY = [-1, 45009, 45011]
const RETRY_SECONDS = 60

/** A picture by its first bytes: JPEG, PNG. WeChat answers an error as JSON in its place. */
const isPicture = (bytes: Buffer): boolean =>
  bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) || bytes.subarray(1, 4).toString('latin1') === 'PNG'

/**
 * Codes that open a page of the mini-program. Source: server API `getUnlimitedQRCode` (`wxa/getwxacodeunlimit`): `scene`
 * has at most 32 characters; the page is not checked, so that codes can be had before the first release.
 */
export function createMiniProgramCodes(api: WechatApi, logger: Logger) {
  const unavailable = (detail: string): AppError => {
    logger.warn({ detail }, 'WeChat gave no mini-program code')
    return new AppError('wechat_unavailable')
  }

  async function attempt(body: string, token: string): Promise<Buffer | 'token'> {
    const path = `/wxa/getwxacodeunlimit?access_token=${encodeURIComponent(token)}`
    const result = await api.transport.request({ method: 'POST', path, body, timeoutMs: api.timeoutMs, binary: true })
    if (result.kind !== 'answer') throw unavailable(result.detail)
    const { bytes = Buffer.alloc(0) } = result
    if (result.status === 200 && isPicture(bytes)) return bytes
    const answer = readAnswer(result)
    if (answer === null) throw unavailable(`HTTP ${result.status}`)
    if (TOKEN_REFUSED.includes(answer.errcode)) return 'token'
    if (BUSY.includes(answer.errcode)) throw new AppError('wechat_busy', { retryAfterSeconds: RETRY_SECONDS })
    throw unavailable(`${answer.errcode} ${answer.errmsg}`)
  }

  const tokenOr = async (ask: () => Promise<CurrentToken>): Promise<CurrentToken> => {
    try {
      return await ask()
    } catch (error) {
      throw unavailable(error instanceof TokenUnavailable ? error.detail : String(error))
    }
  }

  return {
    /**
     * A JPEG or PNG as WeChat drew it.
     * @throws AppError wechat_busy, wechat_unavailable
     */
    async draw({ scene, page }: { scene: string; page: string }): Promise<Buffer> {
      const body = JSON.stringify({ scene, page, check_path: false, env_version: 'release', width: WIDTH })
      const current = await tokenOr(() => api.tokens.current())
      const first = await attempt(body, current.token)
      if (first !== 'token') return first
      const renewed = await tokenOr(() => api.tokens.renew(current.generation))
      const second = await attempt(body, renewed.token)
      if (second === 'token') throw unavailable('the access token was refused twice')
      return second
    },
  }
}

import type { Messenger, SendRequest, SendResult } from '../delivery/ports'
import { readAnswer } from './answer'
import type { WechatApi } from './api'
import { meaningOf } from './errorTable'
import { TokenUnavailable, type CurrentToken } from './token'

/** Which build of the mini-program a tapped notice opens. */
export type MiniProgramState = 'developer' | 'trial' | 'formal'

const tokenTrouble = (error: unknown): SendResult => {
  const { detail, waitMs } =
    error instanceof TokenUnavailable ? error : new TokenUnavailable(`the token store failed: ${String(error)}`, 1_000)
  return { kind: 'not_sent', budget: 'token', waitMs, detail }
}

/**
 * Sends subscription messages. Source: server API `subscribeMessage.send`. A token that is refused is renewed and the
 * same send made once more: a refused token proves that nothing was sent.
 */
export function createMessenger(api: WechatApi, state: MiniProgramState = 'formal'): Messenger {
  async function attempt(body: string, token: string): Promise<SendResult | 'token'> {
    const path = `/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(token)}`
    const result = await api.transport.request({ method: 'POST', path, body, timeoutMs: api.timeoutMs })
    if (result.kind === 'not_sent') return { kind: 'not_sent', budget: 'attempt', waitMs: 0, detail: result.detail }
    if (result.kind === 'uncertain') return { kind: 'uncertain', reason: 'no_answer', detail: result.detail }
    const answer = readAnswer(result)
    if (answer === null || !('errcode' in answer.values)) {
      return { kind: 'uncertain', reason: 'garbled_answer', detail: `HTTP ${result.status}` }
    }
    return meaningOf(answer.errcode, answer.errmsg, answer.msgid)
  }

  /** What is alike in all sends of a notice is made into text once. */
  const alike = new WeakMap<SendRequest['values'], { templateId: string; page: string; rest: string }>()
  function bodyOf({ openid, templateId, values, page }: SendRequest): string {
    let known = alike.get(values)
    if (known?.templateId !== templateId || known.page !== page) {
      const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]))
      const rest = { template_id: templateId, page, data, miniprogram_state: state, lang: 'zh_CN' }
      alike.set(values, (known = { templateId, page, rest: JSON.stringify(rest).slice(1) }))
    }
    return `{"touser":${JSON.stringify(openid)},${known.rest}`
  }

  return {
    async ready() {
      // Whatever is wrong with the token, the send itself will say.
      await api.tokens.current().catch(() => undefined)
    },

    async send(request: SendRequest): Promise<SendResult> {
      const body = bodyOf(request)
      let current: CurrentToken
      try {
        current = await api.tokens.current()
      } catch (error) {
        return tokenTrouble(error)
      }
      const first = await attempt(body, current.token)
      if (first !== 'token') return first
      try {
        current = await api.tokens.renew(current.generation)
      } catch (error) {
        return tokenTrouble(error)
      }
      if (request.again === false)
        return { kind: 'not_sent', budget: 'token', waitMs: 0, detail: 'the token was refused and renewed' }
      const second = await attempt(body, current.token)
      if (second !== 'token') return second
      return { kind: 'not_sent', budget: 'token', waitMs: 1_000, detail: 'a renewed token was refused too' }
    },
  }
}

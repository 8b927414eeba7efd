import { randomInt } from 'node:crypto'
import type { Clock } from '../../kernel/clock'
import type { Logger } from '../../kernel/logger'
import { seal, sign } from './callbackSeal'
import { toJson, toXml, type SandboxEvent } from './eventBody'
import type { CallbackTarget } from './types'

const TRIES = 3
const ANSWER_WITHIN_MS = 5000
const ACCOUNT = 'gh_sandbox00001'

export interface EventSenderOptions {
  appid: string
  callback?: CallbackTarget
  clock: Clock
  logger: Logger
  retryMs: number
}

/**
 * Tells our server what happened, as WeChat's message push does: safe mode, and up to three tries when the answer is
 * late or not `success`. Source: WeChat "消息推送"; the tries are known from its staff.
 */
export class EventSender {
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly calls = new Set<AbortController>()
  private stopped = false

  constructor(private readonly options: EventSenderOptions) {}

  send(openid: string, event: SandboxEvent, delayMs = 0): void {
    const createTime = Math.floor(this.options.clock.now() / 1000)
    const frame = { to: ACCOUNT, openid, createTime }
    const text = this.options.callback?.format === 'json' ? toJson(event, frame) : toXml(event, frame)
    this.later(delayMs, () => this.deliver(openid, text, 1))
  }

  stop(): void {
    this.stopped = true
    for (const timer of this.timers) clearTimeout(timer)
    for (const call of this.calls) call.abort()
  }

  private later(delayMs: number, work: () => Promise<void>): void {
    if (this.stopped || this.options.callback === undefined) return
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      void work()
    }, delayMs)
    timer.unref()
    this.timers.add(timer)
  }

  private async deliver(openid: string, text: string, attempt: number): Promise<void> {
    if (await this.post(openid, text)) return
    if (attempt < TRIES) this.later(this.options.retryMs, () => this.deliver(openid, text, attempt + 1))
  }

  private async post(openid: string, text: string): Promise<boolean> {
    const { callback, appid, clock, logger } = this.options
    const base = typeof callback?.url === 'function' ? callback.url() : callback?.url
    if (callback === undefined || base === null || base === undefined) return false
    const encrypt = seal(text, appid, callback.encodingAesKey)
    const timestamp = String(Math.floor(clock.now() / 1000))
    const nonce = String(randomInt(100_000_000, 2_000_000_000))
    const query = new URLSearchParams({
      signature: sign(callback.token, timestamp, nonce),
      timestamp,
      nonce,
      openid,
      encrypt_type: 'aes',
      msg_signature: sign(callback.token, timestamp, nonce, encrypt),
    })
    const json = callback.format === 'json'
    const body = json
      ? JSON.stringify({ ToUserName: ACCOUNT, Encrypt: encrypt })
      : `<xml><ToUserName><![CDATA[${ACCOUNT}]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`
    const call = new AbortController()
    this.calls.add(call)
    const timeout = setTimeout(() => call.abort(), ANSWER_WITHIN_MS)
    try {
      const answer = await fetch(`${base}?${query}`, {
        method: 'POST',
        headers: { 'content-type': json ? 'application/json' : 'text/xml' },
        body,
        signal: call.signal,
      })
      const said = (await answer.text()).trim()
      return answer.status === 200 && (said === '' || said === 'success')
    } catch (error) {
      if (!this.stopped) logger.warn({ err: error }, 'the sandbox could not tell an event to the callback address')
      return false
    } finally {
      clearTimeout(timeout)
      this.calls.delete(call)
    }
  }
}

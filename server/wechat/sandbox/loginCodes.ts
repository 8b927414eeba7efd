import { randomBytes } from 'node:crypto'
import type { Clock } from '../../kernel/clock'
import { MINUTE_MS } from '../../../shared/domain/time'
import type { Phone } from './phones'
import { ApiRefusal } from './types'

const LIFE_MS = 5 * MINUTE_MS

/** Codes of `wx.login`: good once, for five minutes. Source: WeChat server API `code2Session`. */
export class LoginCodes {
  private readonly codes = new Map<string, { phone: Phone; expiresAt: number; used: boolean }>()

  constructor(private readonly clock: Clock) {}

  issue(phone: Phone): string {
    const now = this.clock.now()
    for (const [code, { expiresAt }] of this.codes) if (expiresAt <= now) this.codes.delete(code)
    const code = `0${randomBytes(23).toString('base64url')}`
    this.codes.set(code, { phone, expiresAt: now + LIFE_MS, used: false })
    return code
  }

  exchange(code: string): { session_key: string; openid: string } {
    const known = this.codes.get(code)
    if (known === undefined || known.expiresAt <= this.clock.now()) throw new ApiRefusal(40029, 'invalid code')
    if (known.used) throw new ApiRefusal(40163, 'code been used')
    if (known.phone.blocked) throw new ApiRefusal(40226, 'code blocked')
    known.used = true
    return { session_key: randomBytes(16).toString('base64'), openid: known.phone.openid }
  }
}

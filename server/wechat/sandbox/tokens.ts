import { randomBytes } from 'node:crypto'
import type { Clock } from '../../kernel/clock'
import { DAY_MS, MINUTE_MS, startOfDay } from '../../../shared/domain/time'
import { ApiRefusal } from './types'

const LIFE_MS = 7200_000
/** In the last minutes a new one is made, and both are good. */
const OVERLAP_MS = 5 * MINUTE_MS
const FORCE_GAP_MS = 30_000
const FORCE_A_DAY = 20
const CALLS_A_MINUTE = 10_000
const CALLS_A_DAY = 500_000
const SHAPE = /^[A-Za-z0-9_-]{64,512}$/

interface Issued {
  token: string
  expiresAt: number
}

export interface TokenState {
  current: Issued | null
  previous: Issued | null
}

/** How a token can go bad under the feet of who holds it. */
export type TokenFault = 40001 | 40014 | 42001

/** `stable_token`. Source: WeChat server API `getStableAccessToken`. */
export class Tokens {
  private current: Issued | null = null
  private previous: Issued | null = null
  private readonly bad = new Map<string, TokenFault>()
  private minute = { start: 0, calls: 0 }
  private day = { start: 0, calls: 0, forced: 0 }
  private forcedAt = -Infinity
  private made = 0

  constructor(
    private readonly clock: Clock,
    private readonly changed: () => void,
  ) {}

  /** How many tokens were ever made: a test sees whether a refresh happened once. */
  get issued(): number {
    return this.made
  }

  stable(force: boolean): { access_token: string; expires_in: number } {
    const now = this.clock.now()
    this.count(now)
    if (force) this.refreshByForce(now)
    else if (this.current === null || this.current.expiresAt - now <= OVERLAP_MS) this.renew(now)
    const { token, expiresAt } = this.current as Issued
    return { access_token: token, expires_in: Math.floor((expiresAt - now) / 1000) }
  }

  /** @throws ApiRefusal 41001, 40014, 40001, 42001 */
  check(token: string | null): void {
    if (token === null || token === '') throw new ApiRefusal(41001, 'access_token missing')
    if (!SHAPE.test(token)) throw new ApiRefusal(40014, 'invalid access_token')
    const fault = this.bad.get(token)
    if (fault === 42001) throw new ApiRefusal(42001, 'access_token expired')
    if (fault === 40014) throw new ApiRefusal(40014, 'invalid access_token')
    const issued = [this.current, this.previous].find((known) => known?.token === token)
    if (fault === 40001 || issued === undefined || issued === null) {
      throw new ApiRefusal(40001, 'invalid credential, access_token is invalid or not latest')
    }
    if (issued.expiresAt <= this.clock.now()) throw new ApiRefusal(42001, 'access_token expired')
  }

  revoke(code: TokenFault): void {
    for (const issued of [this.current, this.previous]) if (issued !== null) this.bad.set(issued.token, code)
    this.current = null
    this.previous = null
    this.changed()
  }

  state = (): TokenState => ({ current: this.current, previous: this.previous })

  restore(state: TokenState): void {
    this.current = state.current
    this.previous = state.previous
  }

  private renew(now: number): void {
    this.previous = this.current
    this.current = { token: randomBytes(96).toString('base64url'), expiresAt: now + LIFE_MS }
    this.made += 1
    this.changed()
  }

  /** Within 30 s of the last one nothing is refreshed and the same token comes back. */
  private refreshByForce(now: number): void {
    if (this.current !== null && now - this.forcedAt < FORCE_GAP_MS) return
    if (this.day.forced >= FORCE_A_DAY) throw new ApiRefusal(45009, 'reach max api daily quota limit')
    this.day.forced += 1
    this.forcedAt = now
    this.renew(now)
    this.previous = null
  }

  private count(now: number): void {
    if (now - this.minute.start >= MINUTE_MS) this.minute = { start: now, calls: 0 }
    if (now - this.day.start >= DAY_MS) this.day = { start: startOfDay(now), calls: 0, forced: 0 }
    if (this.minute.calls >= CALLS_A_MINUTE) throw new ApiRefusal(45011, 'api minute-quota reach limit')
    if (this.day.calls >= CALLS_A_DAY) throw new ApiRefusal(45009, 'reach max api daily quota limit')
    this.minute.calls += 1
    this.day.calls += 1
  }
}

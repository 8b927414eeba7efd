import { createHmac } from 'node:crypto'
import { MINUTE_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import type { Throttle } from './ports'

const WINDOW_MS = 15 * MINUTE_MS
const TRIES_PER_ACCOUNT = 10
const TRIES_PER_ADDRESS = 100

export interface ThrottleDeps {
  throttle: Throttle
  clock: Clock
  /** Keys are kept as keyed hashes: what people type into a login field is at times their password. */
  secret: string
}

/**
 * Counts a try before anything is compared, so that tries that run at once are all counted; throws `login_throttled`
 * when there were too many. `forget` clears the account's count after a success.
 */
export function throttleLogin({ throttle, clock, secret }: ThrottleDeps) {
  const keyOf = (kind: string, value: string) =>
    `${kind}:${createHmac('sha256', secret).update(value).digest('base64url')}`

  const count = async (key: string, most: number): Promise<void> => {
    const now = clock.now()
    const { tries, endsAt } = await throttle.count(key, WINDOW_MS, now)
    if (tries <= most) return
    throw new AppError('login_throttled', { retryAfterSeconds: Math.ceil((endsAt - now) / 1000) })
  }

  return {
    async countTry(account: string, address: string): Promise<void> {
      await count(keyOf('address', address), TRIES_PER_ADDRESS)
      await count(keyOf('account', account.toLowerCase()), TRIES_PER_ACCOUNT)
    },
    forget: (account: string): Promise<void> => throttle.forget(keyOf('account', account.toLowerCase())),
  }
}

export type LoginThrottle = ReturnType<typeof throttleLogin>

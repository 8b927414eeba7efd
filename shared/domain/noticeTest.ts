import { MINUTE_MS } from './time'

/** A test that could not be sent for so long is given up: nobody looks at the phone any more. */
export const TEST_LIFE_MS = 10 * MINUTE_MS

/**
 * What may hold a test: WeChat refuses our token, tells us to slow down or cannot be reached, the day's quota is used
 * up, or a run of errors has paused it.
 */
export const TEST_WAITS = ['token', 'rate', 'line', 'quota', 'paused'] as const
export type TestWait = (typeof TEST_WAITS)[number]

/** How a test stands that has not gone out. */
export interface TestStanding {
  isPaused: boolean
  /** Nothing is sent before this instant, by anybody. */
  closedUntil: number
  attempts: number
  tokenWaits: number
  rateWaits: number
}

/** What holds a test at this moment, the most telling first; null when it has only just begun. */
export function waitOf({ isPaused, closedUntil, ...used }: TestStanding, now: number): TestWait | null {
  if (isPaused) return 'paused'
  if (closedUntil > now) return 'quota'
  if (used.tokenWaits > 0) return 'token'
  if (used.rateWaits > 0) return 'rate'
  return used.attempts > 0 ? 'line' : null
}

import type { SendResult } from './ports'

const TRIP_AFTER = 8
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

/**
 * Keeps an outage from eating the audience. After a run of sends that failed for reasons of the line, nothing is sent
 * for a while, and then one delivery at a time until WeChat answers again. Times are monotonic milliseconds.
 */
export class Breaker {
  private failures = 0
  private pauses = 0
  private openUntil = 0

  /** How long nothing may be sent; 0 when something may. */
  waitMs(now: number): number {
    return Math.max(0, this.openUntil - now)
  }

  /** True while one delivery at a time is to find out whether the line is back. */
  get probing(): boolean {
    return this.pauses > 0
  }

  record(result: SendResult, now: number): void {
    const ofTheLine =
      result.kind === 'uncertain' || (result.kind === 'not_sent' && ['attempt', 'token'].includes(result.budget))
    if (!ofTheLine) {
      // A rate limit is an answer too, but it does not show that sends go through.
      if (result.kind === 'not_sent') return
      this.failures = 0
      this.pauses = 0
      this.openUntil = 0
      return
    }
    this.failures += 1
    if (this.failures < TRIP_AFTER && !this.probing) return
    // What was on its way when the line broke comes in as further failures; it does not lengthen the pause.
    if (now < this.openUntil) return
    this.openUntil = now + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.pauses)
    this.pauses += 1
  }
}

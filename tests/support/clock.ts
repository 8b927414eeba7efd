import type { Clock } from '../../server/kernel/clock'

/** A clock that runs, and that a test may put forward. */
export interface TestClock extends Clock {
  advance(ms: number): void
  set(instant: number): void
}

export function createTestClock(): TestClock {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    advance: (ms) => {
      offset += ms
    },
    set: (instant) => {
      offset = instant - Date.now()
    },
  }
}

import type { Clock } from '../../server/kernel/clock'

/** A clock that runs, and that a test may put forward or stop. */
export interface TestClock extends Clock {
  advance(ms: number): void
  set(instant: number): void
  /** It goes no further by itself: what counts half minutes must not meet the end of one by chance. */
  stop(): void
}

export function createTestClock(): TestClock {
  let offset = 0
  let stoppedAt: number | null = null
  const runs = () => stoppedAt ?? Date.now()
  return {
    now: () => runs() + offset,
    advance: (ms) => {
      offset += ms
    },
    set: (instant) => {
      offset = instant - runs()
    },
    stop: () => {
      stoppedAt ??= Date.now()
    },
  }
}

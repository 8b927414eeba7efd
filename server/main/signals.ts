import { performance } from 'node:perf_hooks'
import type { Logger } from '../kernel/logger'

/**
 * A stop in a terminal or by a service manager reaches every process of a group, and a parent passes its own on: what
 * comes so soon after the first signal is the same wish, not a second one.
 */
const SAME_WISH_MS = 2_000

/** Stops in order and ends the process. */
export function endWith(code: number, stop: () => Promise<void>, logger: Logger): void {
  stop().then(
    () => process.exit(code),
    (error: unknown) => {
      logger.error({ err: error }, 'stopping failed')
      process.exit(1)
    },
  )
}

/** Ends the process in order at the first SIGTERM or SIGINT, and at once when it is asked again. */
export function stopOnSignal(stop: () => Promise<void>, logger: Logger): void {
  let askedAt: number | null = null
  const onSignal = () => {
    if (askedAt !== null) {
      if (performance.now() - askedAt > SAME_WISH_MS) process.exit(1)
      return
    }
    askedAt = performance.now()
    endWith(0, stop, logger)
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

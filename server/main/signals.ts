import type { Logger } from '../kernel/logger'

/** Ends the process in order at the first SIGTERM or SIGINT, and at once at the second. */
export function stopOnSignal(stop: () => Promise<void>, logger: Logger): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) process.exit(1)
    stopping = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

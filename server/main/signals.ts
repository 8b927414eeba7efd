import type { Logger } from '../kernel/logger'

/** A terminal tells the whole group and the parent passes it on: one Ctrl-C may arrive twice. */
const SAME_MS = 1000

/** Ends the process in order at the first SIGTERM or SIGINT, and at once when somebody insists a second later. */
export function stopOnSignal(stop: () => Promise<void>, logger: Logger): void {
  let since: number | null = null
  const onSignal = () => {
    if (since !== null) {
      if (performance.now() - since > SAME_MS) process.exit(1)
      return
    }
    since = performance.now()
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

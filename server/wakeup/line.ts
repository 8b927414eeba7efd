import type { Logger } from '../kernel/logger'
import type { Connections } from './connections'

/**
 * Says once that Redis went away and once that it is back; in between, and of the many errors that one outage makes,
 * nothing. `onReturn` runs each time that a lost line is there again.
 */
export function watchLine(connections: Connections, logger: Logger, onReturn: () => void): void {
  const { speaking } = connections
  let lost = false
  const goneFor = (reason?: string) => {
    if (lost || connections.ending) return
    lost = true
    logger.warn({ reason }, 'Redis does not answer: wake-ups stay within this process, the database is asked by itself')
  }
  speaking.on('error', (error: Error & { code?: string }) => goneFor(error.code ?? error.message))
  speaking.on('reconnecting', () => goneFor())
  speaking.on('ready', () => {
    if (!lost) return
    lost = false
    logger.info({}, 'Redis answers again')
    onReturn()
  })
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Clock, Logger } from '../delivery/ports'
import { createConnections } from './connections'

/** Longer than an app goes on telling of one opening. An opening is known for this long and at most twice as long. */
const KNOWN_MS = 60_000
/** Views wait no longer for Redis than this: then they are counted, and may have been counted elsewhere too. */
const PATIENCE_MS = 300

export interface OpeningsParts {
  /** redis://… or rediss://… */
  url: string
  clock: Clock
  logger: Logger
  prefix?: string
}

/**
 * Which openings of articles any process has counted of late: sets by the minute, asked and added to in one step. It
 * is a hint: with Redis away each process knows its own openings only.
 */
export function createSharedOpenings({ url, clock, logger, prefix = 'association' }: OpeningsParts) {
  const connections = createConnections(url)
  const { speaking } = connections
  // That Redis is away is said by those who are woken through it.
  speaking.on('error', (error: Error) => logger.debug({ err: error }, 'openings cannot be shared'))

  async function ask(openings: string[]): Promise<boolean[]> {
    const minute = Math.floor(clock.now() / KNOWN_MS)
    const key = (of: number) => `${prefix}:openings:${of}`
    const steps = speaking
      .multi()
      .smismember(key(minute), ...openings)
      .smismember(key(minute - 1), ...openings)
      .sadd(key(minute), ...openings)
      .pexpire(key(minute), 2 * KNOWN_MS)
    const [now, before] = (await steps.exec()) ?? []
    const known = [now, before].map((answer) => (answer?.[1] ?? []) as number[])
    return openings.map((_, at) => known.some((answers) => answers[at] === 1))
  }

  return {
    async countedElsewhere(openings: string[]): Promise<boolean[]> {
      const nobody = openings.map(() => false)
      const deadline = new AbortController()
      const late = wait(PATIENCE_MS, nobody, { signal: deadline.signal }).catch(() => nobody)
      try {
        return await Promise.race([ask(openings).catch(() => nobody), late])
      } finally {
        deadline.abort()
      }
    },
    close: () => connections.end(),
  }
}

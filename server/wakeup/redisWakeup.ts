import { setTimeout as wait } from 'node:timers/promises'
import { Queue, QueueEvents, QueueEventsProducer, Worker, type QueueEventsListener } from 'bullmq'
import type { Clock, Logger, Wakeup } from '../delivery/ports'
import { createInProcessWakeup } from '../delivery/wakeup'
import { newId } from '../kernel/ids'
import { coalesce } from './coalesce'
import { createConnections } from './connections'
import { watchLine } from './line'

const QUEUE = 'wakeup'
const WAKE = 'wake'
/** Wake-ups that several processes plan for about the same moment are one job. Rounded up: never too early. */
const GRAIN_MS = 50
/** What comes sooner concerns the process that planned it; the others need not be told of it. */
const NEAR_MS = 1_000
const KEPT_EVENTS = 100
const CLOSING_MS = 2_000

export interface RedisWakeupParts {
  /** redis://… or rediss://… */
  url: string
  clock: Clock
  logger: Logger
  /** Of all keys. Processes with the same prefix wake each other. */
  prefix?: string
}

interface WakeEvents extends QueueEventsListener {
  [WAKE]: (event: { from: string }) => void
}

const roundUp = (at: number): number => Math.ceil(at / GRAIN_MS) * GRAIN_MS

/**
 * Wake-ups that every process hears: told at once as an event of a BullMQ queue, planned as a delayed job that any
 * process may take. This process itself is woken without Redis, so that Redis may be flushed or gone at any moment;
 * the others then find their work when they next ask the database.
 */
export function createRedisWakeup({ url, clock, logger, prefix = 'association' }: RedisWakeupParts): Wakeup {
  const own = createInProcessWakeup(clock)
  const me = newId()
  const connections = createConnections(url)
  const { listening, speaking } = connections
  let plannedFor = Infinity

  // Lost is only a wake-up, and the line says by itself that Redis is away.
  const lost = (error: unknown) => logger.debug({ err: error }, 'a wake-up did not reach Redis')
  watchLine(connections, logger, () => {
    // What was planned may have been flushed. Whoever listens looks again now, and plans again.
    plannedFor = Infinity
    own.notify()
  })

  // The version is not asked for: one such call that fails would leave the queue unusable until a restart.
  const speak = { connection: speaking, prefix, skipVersionCheck: true, skipMetasUpdate: true }
  const queue = new Queue(QUEUE, speak)
  const events = new QueueEventsProducer(QUEUE, speak)
  const listen = { connection: listening, prefix }
  const ears = new QueueEvents(QUEUE, listen)
  // The job's end is the event that everybody hears.
  const alarm = new Worker(QUEUE, () => Promise.resolve(), listen)
  queue.on('error', lost)
  events.on('error', lost)
  ears.on('error', lost)
  alarm.on('error', lost)

  ears.on('completed', () => own.notify())
  ears.on<WakeEvents>(WAKE, ({ from }: { from: string }) => {
    if (from !== me) own.notify()
  })

  const tell = coalesce(() => events.publishEvent({ eventName: WAKE, from: me }, KEPT_EVENTS), lost)
  const plan = coalesce(async () => {
    const at = plannedFor
    if (at === Infinity) return
    const options = {
      jobId: `at-${at}`,
      delay: Math.max(0, at - clock.now()),
      removeOnComplete: true,
      removeOnFail: true,
    }
    await queue.add(WAKE, {}, options)
  }, lost)

  return {
    notify() {
      own.notify()
      tell()
    },
    subscribe: (listener) => own.subscribe(listener),
    schedule(at) {
      own.schedule(at)
      const now = clock.now()
      const rounded = roundUp(at)
      if (at < now + NEAR_MS || (rounded >= plannedFor && plannedFor > now)) return
      plannedFor = rounded
      plan()
    },
    async close() {
      await own.close()
      connections.end()
      const parts = [ears.close(), alarm.close(true), queue.close(), events.close()]
      const closed = Promise.all(parts.map((part) => part.catch(lost)))
      // While Redis is away, a part may wait for it; nothing of it is worth waiting for.
      const deadline = new AbortController()
      await Promise.race([closed, wait(CLOSING_MS, undefined, { signal: deadline.signal }).catch(() => undefined)])
      deadline.abort()
    },
  }
}

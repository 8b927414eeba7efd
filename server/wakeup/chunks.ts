import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { Queue, Worker } from 'bullmq'
import type { Clock, Ledger, Logger, Wakeup } from '../delivery/ports'
import { createConnections } from './connections'

const QUEUE = 'prepare'
/** Redis that does not take a job within this time is away. */
const OFFER_MS = 1_000
/** A chunk that nobody has made for so long is made by whoever notices it. */
const PATIENCE_MS = 2_000
const CLOSING_MS = 2_000

interface Chunk {
  noticeId: string
  /** Where the audience stood when the chunk was handed out. */
  position: string
}

export interface ChunkParts {
  /** redis://… or rediss://… */
  url: string
  ledger: Ledger
  /** Changes with each chunk of a notice that is made; null when the notice is not being prepared. */
  positionOf(noticeId: string): Promise<string | null>
  wakeup: Wakeup
  clock: Clock
  logger: Logger
  /** Of all keys. Processes with the same prefix share their work. */
  prefix?: string
  /** Members a chunk. */
  size: number
}

export interface Chunks {
  /** The ledger as an engine is to see it: preparing is its business only where a chunk found nobody else. */
  ledger: Ledger
  /** Takes no more chunks, and waits for the one in hand. */
  close(): Promise<void>
}

/** What `work` comes to, or `otherwise` when that takes longer than `ms`. */
async function within<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  const deadline = new AbortController()
  const late = wait(ms, otherwise, { signal: deadline.signal }).catch(() => otherwise)
  const first = await Promise.race([work, late])
  deadline.abort()
  return first
}

/**
 * Chunks of preparation as jobs of a BullMQ queue: of any number of workers one makes the next chunk, and the others
 * neither wait for its lock nor stop sending. A job says from where on it was handed out and nothing else, and the
 * database decides: handed out twice, or late, it does nothing. What the queue lost (flushed, gone, or taken by a
 * process that died) is made by the first engine that sees it lie.
 */
export function handOutChunks(parts: ChunkParts): Chunks {
  const { url, ledger, positionOf, wakeup, clock, logger, size, prefix = 'association' } = parts
  const connections = createConnections(url)
  const { listening, speaking } = connections
  let lying: { name: string; since: number } | null = null

  const lost = (error: unknown) => logger.debug({ err: error }, 'a chunk did not reach Redis')
  speaking.on('error', lost)
  const queue = new Queue<Chunk>(QUEUE, {
    connection: speaking,
    prefix,
    skipVersionCheck: true,
    skipMetasUpdate: true,
  })

  /** False when Redis did not take it. The same chunk is one job, whoever hands it out. */
  async function offer(chunk: Chunk): Promise<boolean> {
    // A queue that has never reached Redis would wait for it without end.
    if (speaking.status !== 'ready') return false
    const jobId = `${chunk.noticeId}-${chunk.position}`
    const taken = queue.add('chunk', chunk, { jobId, removeOnComplete: true, removeOnFail: true }).then(
      () => true,
      (error: unknown) => {
        lost(error)
        return false
      },
    )
    return within(OFFER_MS, taken, false)
  }

  async function make({ noticeId, position }: Chunk): Promise<void> {
    if ((await positionOf(noticeId)) !== position) return
    await ledger.prepareChunk(noticeId, size, clock.now())
    const next = await positionOf(noticeId)
    // Everybody may send now; or Redis has just gone, and somebody has to see it.
    if (next === null || !(await offer({ noticeId, position: next }))) wakeup.notify()
  }

  const hands = new Worker<Chunk>(QUEUE, ({ data }) => make(data), { connection: listening, prefix })
  queue.on('error', lost)
  hands.on('error', lost)
  hands.on('failed', (_job, error) => logger.warn({ err: error }, 'a chunk failed; it is made again'))

  return {
    ledger: {
      ...ledger,
      async nextToPrepare() {
        const noticeId = await ledger.nextToPrepare()
        const position = noticeId === null ? null : await positionOf(noticeId)
        if (noticeId === null || position === null) {
          lying = null
          return noticeId
        }
        const name = `${noticeId}-${position}`
        if (lying?.name !== name) lying = { name, since: performance.now() }
        if (performance.now() - lying.since >= PATIENCE_MS) return noticeId
        if (!(await offer({ noticeId, position }))) return noticeId
        wakeup.schedule(clock.now() + PATIENCE_MS)
        return null
      },
    },
    async close() {
      // Without Redis there is no end of a job to tell it of, and BullMQ would wait for one that can.
      const isAway = speaking.status !== 'ready'
      if (isAway) connections.end()
      const closed = Promise.all([hands.close(isAway), queue.close()]).then(() => undefined, lost)
      // While Redis is away, BullMQ may wait for it; nothing of it is worth waiting for.
      await within(CLOSING_MS, closed, undefined)
      connections.end()
    },
  }
}

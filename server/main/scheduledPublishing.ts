import { publishDue, type PublishDueDeps } from '../features/articles/publishDue'
import { withdrawDue, type WithdrawDueDeps } from '../features/articles/withdrawDue'

/** How often the database is asked, at most: another process may have set an earlier time meanwhile. */
const LOOK_MS = 1_000

/** The earlier of two moments; null: none is set. */
const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b)

/**
 * Publishes and withdraws articles at the times that staff have set. Every process may run one; each is done once. What
 * is due for both is published first.
 */
export function createScheduledPublishing(deps: PublishDueDeps & WithdrawDueDeps) {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let isStopped = false

  const restMs = (next: number | null): number => {
    const wait = next === null ? LOOK_MS : next - deps.clock.now()
    // What is still due after a look failed just now.
    return wait <= 0 ? LOOK_MS : Math.min(wait, LOOK_MS)
  }

  /** When the next one is due. One of the two that fails keeps nothing from the other. */
  const tried = async (work: () => Promise<number | null>): Promise<number | null> => {
    try {
      return await work()
    } catch (error) {
      deps.logger.error({ err: error }, 'looking for what is set for a time failed; it is tried again')
      return null
    }
  }

  const look = async () => {
    const publication = await tried(() => publishDue(deps))
    const next = earlier(publication, await tried(() => withdrawDue(deps)))
    if (!isStopped) timer = setTimeout(begin, restMs(next))
  }
  const begin = () => {
    looking = look()
  }

  return {
    start: begin,
    /** Returns when a publication that has begun is over. */
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

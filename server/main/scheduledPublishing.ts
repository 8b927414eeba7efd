import { publishDue, type PublishDueDeps } from '../features/articles/publishDue'

/** How often the database is asked, at most: another process may have set an earlier time meanwhile. */
const LOOK_MS = 1_000

/** Publishes articles at the times that staff have set. Every process may run one; each article is published once. */
export function createScheduledPublishing(deps: PublishDueDeps) {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let isStopped = false

  const restMs = (next: number | null): number => {
    const wait = next === null ? LOOK_MS : next - deps.clock.now()
    // What is still due after a look failed just now.
    return wait <= 0 ? LOOK_MS : Math.min(wait, LOOK_MS)
  }

  const look = async () => {
    let next: number | null = null
    try {
      next = await publishDue(deps)
    } catch (error) {
      deps.logger.error({ err: error }, 'looking for scheduled publications failed; it is tried again')
    }
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

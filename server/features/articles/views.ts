import { LRUCache } from 'lru-cache'
import { systemClock, type Clock } from '../../kernel/clock'
import type { Logger } from '../../kernel/logger'
import type { PublishedArticles } from './ports'

const OPENINGS_KEPT = 50_000
const ARTICLES_KEPT = 20_000
const KNOWN_MS = 500

export interface ViewCounter {
  /** Counts one opening, once, and returns the views with it. `stored`: the count just read from the store. */
  count(articleId: string, opening: string, stored: number): number
  /** Views to show: what is stored and what is not yet, never less than was shown before. */
  shown(articleId: string, stored: number): number
  /** The same for an article that is at hand: one that was shown and still stands in an answer; null otherwise. */
  countShown(articleId: string, opening: string): number | null
  /** The stored count of an article that members could see a moment ago; null when it has to be asked for. */
  known(articleId: string): number | null
  know(articleId: string, stored: number): void
  /** Writes what has been counted. A failure keeps it for the next time. */
  flush(): Promise<void>
}

/**
 * Views are counted in memory and written together: a write for each opening costs more than the article itself.
 * What one crash can lose is one interval of counts.
 */
export function createViewCounter(
  store: Pick<PublishedArticles, 'addViews'>,
  logger: Logger,
  onCount: (articleId: string) => void = () => undefined,
  clock: Clock = systemClock,
): ViewCounter {
  const openings = new LRUCache<string, true>({ max: OPENINGS_KEPT })
  // While a flush is under way its counts stand in neither place for a moment; this keeps the number from falling.
  const seen = new LRUCache<string, number>({ max: ARTICLES_KEPT })
  // An article that is opened very often is not looked up for each opening; one that was withdrawn is gone in a moment.
  const stored = new LRUCache<string, number>({ max: ARTICLES_KEPT, ttl: KNOWN_MS })
  let pending = new Map<string, number>()
  let writing: Promise<void> = Promise.resolve()

  const remember = (articleId: string, views: number): number => {
    seen.set(articleId, views)
    return views
  }
  const shown = (articleId: string, count: number): number =>
    remember(articleId, Math.max(seen.get(articleId) ?? 0, count + (pending.get(articleId) ?? 0)))
  const add = (articleId: string, count: number) => pending.set(articleId, (pending.get(articleId) ?? 0) + count)

  const write = async () => {
    if (pending.size === 0) return
    const counts = pending
    pending = new Map()
    try {
      await store.addViews(counts, clock.now())
    } catch (error) {
      for (const [articleId, count] of counts) add(articleId, count)
      logger.warn({ err: error }, 'views could not be written; they are kept for the next time')
    }
  }

  const count: ViewCounter['count'] = (articleId, opening, inStore) => {
    const key = `${articleId}:${opening}`
    const before = shown(articleId, inStore)
    if (openings.has(key)) return before
    openings.set(key, true)
    add(articleId, 1)
    onCount(articleId)
    return remember(articleId, before + 1)
  }

  return {
    shown,
    count,
    // What was shown holds what is not written yet; what is stored adds nothing to it.
    countShown: (articleId, opening) => (seen.has(articleId) ? count(articleId, opening, 0) : null),

    known: (articleId) => stored.get(articleId) ?? null,

    know(articleId, count) {
      if (!stored.has(articleId)) stored.set(articleId, count)
    },

    flush() {
      // One after the other: the last one before the end has to wait for one that is under way.
      writing = writing.then(write)
      return writing
    },
  }
}

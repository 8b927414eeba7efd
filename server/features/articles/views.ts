import { LRUCache } from 'lru-cache'
import type { Logger } from '../../kernel/logger'
import type { PublishedArticles } from './ports'

const OPENINGS_KEPT = 50_000
const ARTICLES_KEPT = 20_000

export interface ViewCounter {
  /** Counts one opening, once, and returns the views with it. `stored`: the count just read from the store. */
  count(articleId: string, opening: string, stored: number): number
  /** Views to show: what is stored and what is not yet, never less than was shown before. */
  shown(articleId: string, stored: number): number
  /** Writes what has been counted. A failure keeps it for the next time. */
  flush(): Promise<void>
}

/**
 * Views are counted in memory and written together: a write for each opening costs more than the article itself.
 * What one crash can lose is one interval of counts.
 */
export function createViewCounter(store: Pick<PublishedArticles, 'addViews'>, logger: Logger): ViewCounter {
  const openings = new LRUCache<string, true>({ max: OPENINGS_KEPT })
  // While a flush is under way its counts stand in neither place for a moment; this keeps the number from falling.
  const seen = new LRUCache<string, number>({ max: ARTICLES_KEPT })
  let pending = new Map<string, number>()

  const remember = (articleId: string, views: number): number => {
    seen.set(articleId, views)
    return views
  }
  const shown = (articleId: string, stored: number): number =>
    remember(articleId, Math.max(seen.get(articleId) ?? 0, stored + (pending.get(articleId) ?? 0)))
  const add = (articleId: string, count: number) => pending.set(articleId, (pending.get(articleId) ?? 0) + count)

  return {
    shown,

    count(articleId, opening, stored) {
      const key = `${articleId}:${opening}`
      const before = shown(articleId, stored)
      if (openings.has(key)) return before
      openings.set(key, true)
      add(articleId, 1)
      return remember(articleId, before + 1)
    },

    async flush() {
      if (pending.size === 0) return
      const counts = pending
      pending = new Map()
      try {
        await store.addViews(counts)
      } catch (error) {
        for (const [articleId, count] of counts) add(articleId, count)
        logger.warn({ err: error }, 'views could not be written; they are kept for the next time')
      }
    },
  }
}

import { LRUCache } from 'lru-cache'
import { systemClock, type Clock } from '../../kernel/clock'
import type { Logger } from '../../kernel/logger'
import type { PublishedArticles, SharedOpenings } from './ports'
import { RecentOpenings } from './recentOpenings'

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
  /** How many openings were counted up to now. */
  counted(): number
  /** Whether one of these articles was opened after so many. */
  openedSince(articleIds: readonly string[], counted: number): boolean
  /** Writes what has been counted. A failure keeps it for the next time. */
  flush(): Promise<void>
}

interface Viewed {
  /** While a flush is under way its counts stand in neither place for a moment; this keeps the number from falling. */
  shown: number
  /** Not written yet. */
  pending: number
  /** The number of its last opening among all. */
  openedAt: number
  /** As it was read, and when; an article that is opened very often is not looked up for each opening. */
  stored: number
  readAt: number
}

/**
 * Views are counted in memory and written together: a write for each opening costs more than the article itself.
 * What one crash can lose is one interval of counts. With `shared`, what another process has counted is not written.
 */
export function createViewCounter(
  store: Pick<PublishedArticles, 'addViews'>,
  logger: Logger,
  clock: Clock = systemClock,
  shared: SharedOpenings | null = null,
): ViewCounter {
  const openings = new RecentOpenings()
  const articles = new LRUCache<string, Viewed>({ max: ARTICLES_KEPT })
  /** Those with something that is not written yet: they are kept, however many others are shown meanwhile. */
  let pending = new Map<string, Viewed>()
  /** Those that are not written yet, each as its article and its key. */
  let fresh: [string, string][] = []
  let counted = 0
  let writing: Promise<void> = Promise.resolve()

  const viewed = (articleId: string): Viewed => {
    const known = articles.get(articleId)
    if (known !== undefined) return known
    const made = pending.get(articleId) ?? { shown: 0, pending: 0, openedAt: 0, stored: 0, readAt: -Infinity }
    articles.set(articleId, made)
    return made
  }
  const show = (article: Viewed, stored: number): number =>
    (article.shown = Math.max(article.shown, stored + article.pending))
  const add = (articleId: string, article: Viewed, count: number): void => {
    if (article.pending === 0) pending.set(articleId, article)
    article.pending += count
  }

  const leaveOut = async (counts: Map<string, number>): Promise<void> => {
    if (shared === null) return
    const asked = fresh
    fresh = []
    const repeated = await shared.countedElsewhere(asked.map(([, key]) => key))
    for (const [at, [articleId]] of asked.entries()) {
      if (repeated[at] === true) counts.set(articleId, (counts.get(articleId) ?? 1) - 1)
    }
    for (const [articleId, count] of counts) if (count <= 0) counts.delete(articleId)
  }

  const write = async () => {
    if (pending.size === 0) return
    const counts = new Map<string, number>()
    for (const [articleId, article] of pending) {
      counts.set(articleId, article.pending)
      article.pending = 0
    }
    pending = new Map()
    try {
      await leaveOut(counts)
      if (counts.size > 0) await store.addViews(counts, clock.now())
    } catch (error) {
      for (const [articleId, count] of counts) add(articleId, viewed(articleId), count)
      logger.warn({ err: error }, 'views could not be written; they are kept for the next time')
    }
  }

  const countIn = (articleId: string, article: Viewed, opening: string, stored: number): number => {
    const before = show(article, stored)
    const key = `${articleId}:${opening}`
    if (!openings.isNew(key)) return before
    if (shared !== null) fresh.push([articleId, key])
    add(articleId, article, 1)
    counted += 1
    article.openedAt = counted
    article.shown = before + 1
    return before + 1
  }

  return {
    shown: (articleId, stored) => show(viewed(articleId), stored),
    count: (articleId, opening, stored) => countIn(articleId, viewed(articleId), opening, stored),

    // What was shown holds what is not written yet; what is stored adds nothing to it.
    countShown(articleId, opening) {
      const article = articles.get(articleId)
      return article === undefined ? null : countIn(articleId, article, opening, 0)
    },

    known(articleId) {
      const article = articles.get(articleId)
      return article !== undefined && performance.now() - article.readAt < KNOWN_MS ? article.stored : null
    },

    know(articleId, stored) {
      const article = viewed(articleId)
      if (performance.now() - article.readAt < KNOWN_MS) return
      article.stored = stored
      article.readAt = performance.now()
    },

    counted: () => counted,
    openedSince: (articleIds, count) => articleIds.some((id) => (articles.peek(id)?.openedAt ?? 0) > count),

    flush() {
      // One after the other: the last one before the end has to wait for one that is under way.
      writing = writing.then(write)
      return writing
    },
  }
}

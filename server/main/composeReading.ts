import type { ArticleBin } from '../features/articles/portsBin'
import type { PinnedArticles } from '../features/articles/portsPinned'
import type { StaffArticles } from '../features/articles/portsStaff'
import type { ChannelNode } from '../../shared/contract'
import { AnswerCache, type Openings } from '../http/answerCache'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createContentChanges } from '../store/repositories/publicContent'
import { createContentFeed } from './contentFeed'

export interface ReadingParts {
  database: Database
  clock: Clock
  logger: Logger
  stored: { tree(): Promise<ChannelNode[]> }
  openings: Openings
  /** Reads the settings of the house anew. */
  reload: () => Promise<void>
}

/** What this process keeps of what members read, and how it hears that something changed. */
export function composeReading({ database, clock, logger, stored, openings, reload }: ReadingParts) {
  let tree: Promise<ChannelNode[]> | null = null
  const answers: AnswerCache = new AnswerCache({
    ...{ clock, openings },
    isUpToDate: () => feed.isUpToDate(),
    catchUp: () => feed.look(),
  })
  const feed = createContentFeed({
    changes: createContentChanges(database),
    logger,
    async onChange(topics) {
      if (topics.includes('*')) {
        // at once, for what is withdrawn, and once more with what it is made from
        answers.drop(topics)
        tree = null
        await reload()
      }
      answers.drop(topics)
    },
  })
  const channels = {
    tree(): Promise<ChannelNode[]> {
      if (tree === null) {
        const read = stored.tree()
        tree = read
        read.catch(() => {
          if (tree === read) tree = null
        })
      }
      return tree
    },
  }
  return { answers, feed, channels }
}

interface Feed {
  look(): Promise<void>
}

async function thenLook<T>(feed: Feed, written: Promise<T>): Promise<T> {
  const result = await written
  await feed.look()
  return result
}

/** Who has just written sees it in the next answer of this process, and other processes do within a moment. */
export const tellingAtOnce = (articles: StaffArticles, feed: Feed): StaffArticles => ({
  ...articles,
  save: (...change) => thenLook(feed, articles.save(...change)),
  publish: (...change) => thenLook(feed, articles.publish(...change)),
  withdraw: (...change) => thenLook(feed, articles.withdraw(...change)),
})

/** The same for who deletes. */
export const tellingOfBin = (bin: ArticleBin, feed: Feed): ArticleBin => ({
  ...bin,
  put: (change) => thenLook(feed, bin.put(change)),
})

/** The same for who puts pinned ones in order. */
export const tellingOfPinned = (pinned: PinnedArticles, feed: Feed): PinnedArticles => ({
  ...pinned,
  arrange: (change) => thenLook(feed, pinned.arrange(change)),
})

import type { StaffArticles } from '../features/articles/portsStaff'
import type { ChannelNode } from '../../shared/contract'
import { AnswerCache } from '../http/answerCache'
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
}

/** What this process keeps of what members read, and how it hears that something changed. */
export function composeReading({ database, clock, logger, stored }: ReadingParts) {
  let tree: Promise<ChannelNode[]> | null = null
  const answers: AnswerCache = new AnswerCache({ clock, isUpToDate: () => feed.isUpToDate() })
  const feed = createContentFeed({
    changes: createContentChanges(database),
    logger,
    onChange(topics) {
      if (topics.includes('*')) tree = null
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

/** Who has just written sees it in the next answer of this process, and other processes do within a moment. */
export function tellingAtOnce(articles: StaffArticles, feed: { look(): Promise<void> }): StaffArticles {
  const then = async <T>(written: Promise<T>): Promise<T> => {
    const result = await written
    await feed.look()
    return result
  }
  return {
    ...articles,
    save: (...change) => then(articles.save(...change)),
    publish: (...change) => then(articles.publish(...change)),
    withdraw: (...change) => then(articles.withdraw(...change)),
  }
}

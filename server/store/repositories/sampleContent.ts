import type { Database } from '../database'
import {
  ArticleEntity,
  ChannelEntity,
  EventEntity,
  MediaEntity,
  type ArticleRow,
  type EventRow,
  type MediaRow,
} from '../entities'
import { tellChange } from './publicContent'
import { followSearch } from './searchDocuments'

export interface SampleRows {
  media: MediaRow[]
  articles: ArticleRow[]
  events: EventRow[]
}

/** What a new house is given to read. */
export const createSampleContent = (database: Database) => ({
  isEmpty: async (): Promise<boolean> => !(await database.read.exists(ArticleEntity)),

  async channelIds(): Promise<Map<string, string>> {
    const rows = await database.read.find(ChannelEntity)
    return new Map(rows.map(({ slug, id }) => [slug, id]))
  },

  /** All of it or nothing, and nothing when somebody else filled the tables meanwhile. */
  add: ({ media, articles, events }: SampleRows): Promise<boolean> =>
    database.write(async (manager) => {
      if (await manager.exists(ArticleEntity)) return false
      await manager.insert(MediaEntity, media)
      await manager.insert(ArticleEntity, articles)
      await manager.insert(EventEntity, events)
      for (const { id } of articles) await followSearch(manager, id)
      await tellChange(manager, ['*'])
      return true
    }),
})

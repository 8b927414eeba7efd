import type { EntityManager } from 'typeorm'
import type { PinnedArticles, StoredPinned } from '../../features/articles/portsPinned'
import type { Database } from '../database'
import { recordAudit } from './audit'
import { tellChange } from './publicContent'

interface Row {
  id: string
  channel_id: string
  title: string
  published_at: number | string
}

const PART = `SELECT * FROM (SELECT id, channel_id, title, published_at FROM article
  WHERE channel_id = ? AND status = 'published' AND pinned = 1
  ORDER BY pin_place, published_at DESC, id DESC LIMIT ?) part`

const pinnedOf = async (manager: EntityManager, channelId: string, limit: number): Promise<StoredPinned[]> => {
  const rows = await manager.query<Row[]>(PART, [channelId, limit])
  return rows.map((row) => ({
    id: row.id,
    channelId: row.channel_id,
    title: row.title,
    publishedAt: Number(row.published_at),
  }))
}

const isSame = (found: readonly StoredPinned[], ids: readonly string[]): boolean =>
  found.length === ids.length && ids.every((id, at) => found[at]?.id === id)

export const createPinnedArticles = (database: Database): PinnedArticles => ({
  async list(channelIds, each) {
    const lists: StoredPinned[] = []
    for (const id of channelIds) lists.push(...(await pinnedOf(database.read, id, each)))
    return lists
  },

  arrange: ({ channelId, before, after, audit }) =>
    database.write(async (manager) => {
      // Held until the commit: of two who put them in order at once, the second sees what the first did.
      await manager.query('UPDATE channel SET position = position WHERE id = ?', [channelId])
      if (!isSame(await pinnedOf(manager, channelId, before.length + 1), before)) return false
      const places = after.map((id, at) => [id, at + 1] as const)
      // in the order in which whoever counts views holds them
      for (const [id, place] of places.sort(([a], [b]) => (a < b ? -1 : 1))) {
        await manager.query('UPDATE article SET pin_place = ? WHERE id = ?', [place, id])
      }
      await tellChange(manager, [`channel:${channelId}`])
      await recordAudit(manager, audit)
      return true
    }),
})

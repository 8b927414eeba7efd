import type { EntityManager } from 'typeorm'
import type { ContentChanges } from '../../features/articles/ports'
import type { Database } from '../database'
import { followSearch } from './searchDocuments'

/** So many changes are kept; who has missed more than these begins anew. */
const KEPT = 1_000

/** What of an article members can see, as far as others' answers depend on it. */
interface PublicState {
  channelId: string
  isEvent: boolean
}

async function publicState(manager: EntityManager, articleId: string): Promise<PublicState | null> {
  const [row] = await manager.query<{ channel_id: string; event_id: string | null }[]>(
    `SELECT a.channel_id, e.article_id AS event_id FROM article a LEFT JOIN event e ON e.article_id = a.id
     WHERE a.id = ? AND a.status = 'published'`,
    [articleId],
  )
  return row === undefined ? null : { channelId: row.channel_id, isEvent: row.event_id !== null }
}

/**
 * Tells every process what changed, in the transaction in which it changes. The counter's row is locked until the commit,
 * so that versions become visible in their order and nobody can pass over one that comes late.
 */
export async function tellChange(manager: EntityManager, topics: readonly string[]): Promise<void> {
  const isMysql = ['mysql', 'mariadb'].includes(manager.connection.options.type)
  const again = isMysql ? 'ON DUPLICATE KEY UPDATE' : 'ON CONFLICT (id) DO UPDATE SET'
  await manager.query(`INSERT INTO content_version (id, version) VALUES (1, 1) ${again} version = version + 1`)
  await manager.query(
    'INSERT INTO content_change (version, topics) SELECT version, ? FROM content_version WHERE id = 1',
    [JSON.stringify(topics)],
  )
  await manager.query(
    'DELETE FROM content_change WHERE version <= (SELECT version - ? FROM content_version WHERE id = 1)',
    [KEPT],
  )
}

/**
 * Runs a change of an article, which says whether it changed anything; the search index follows, and whoever keeps answers
 * made from it is told.
 */
export async function withPublicTraces(
  manager: EntityManager,
  articleId: string,
  change: () => Promise<boolean>,
): Promise<boolean> {
  const before = await publicState(manager, articleId)
  if (!(await change())) return false
  const after = await publicState(manager, articleId)
  if (before === null && after === null) return true
  await followSearch(manager, articleId)
  const states = [before, after].flatMap((state) => state ?? [])
  const topics = new Set([`article:${articleId}`, ...states.map(({ channelId }) => `channel:${channelId}`)])
  if (states.some(({ isEvent }) => isEvent)) topics.add('events')
  await tellChange(manager, [...topics])
  return true
}

export const createContentChanges = (database: Database): ContentChanges => ({
  async newest() {
    const [row] = await database.read.query<{ version: number | string }[]>(
      'SELECT version FROM content_version WHERE id = 1',
    )
    return Number(row?.version ?? 0)
  },

  async since(version) {
    const rows = await database.read.query<{ version: number | string; topics: string }[]>(
      'SELECT version, topics FROM content_change WHERE version > ? ORDER BY version',
      [version],
    )
    return rows.map((row) => ({ version: Number(row.version), topics: JSON.parse(row.topics) as string[] }))
  },
})

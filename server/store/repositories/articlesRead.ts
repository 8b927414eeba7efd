import type { ListQuery, PublishedArticle, PublishedArticles, PublishedSummary } from '../../features/articles/ports'
import type { Block } from '../../../shared/domain/blocks'
import type { Database } from '../database'
import { COVER_COLUMNS, coverOf, EVENT_COLUMNS, eventOf, type CoverColumns, type EventColumns } from './articleColumns'

/**
 * Lists are plain SQL that both engines read alike: building entities from joined rows costs more than the query.
 * Numbers may come back as text (`bigint` on MySQL) and flags as 0 and 1.
 */
interface SummaryRow extends CoverColumns, EventColumns {
  id: string
  channel_id: string
  channel_slug: string
  channel_name: string
  title: string
  summary: string
  publisher: string
  published_at: number | string
  views: number | string
  pinned: number | boolean
}

const SUMMARY = `a.id, a.channel_id, a.title, a.summary, a.publisher, a.published_at, a.views, a.pinned,
  c.slug AS channel_slug, c.name AS channel_name, ${COVER_COLUMNS}, ${EVENT_COLUMNS}`
const FROM = `FROM article a
  JOIN channel c ON c.id = a.channel_id
  LEFT JOIN media m ON m.id = a.cover_id
  LEFT JOIN event e ON e.article_id = a.id`
const VISIBLE = `a.status = 'published' AND c.hidden = 0`
const ORDER = 'ORDER BY a.pinned DESC, a.published_at DESC, a.id DESC'

const summaryOf = (row: SummaryRow): PublishedSummary => ({
  id: row.id,
  channel: { id: row.channel_id, slug: row.channel_slug, name: row.channel_name },
  title: row.title,
  summary: row.summary,
  publisher: row.publisher,
  publishedAt: Number(row.published_at),
  views: Number(row.views),
  pinned: Number(row.pinned) === 1,
  cover: coverOf(row),
  event: eventOf(row),
})

const marks = (values: unknown[]): string => values.map(() => '?').join(', ')

export function createPublishedArticles(database: Database): PublishedArticles {
  const query = async (sql: string, values: unknown[]): Promise<PublishedSummary[]> => {
    const rows = await database.read.query<SummaryRow[]>(sql, values)
    return rows.map(summaryOf)
  }

  return {
    list({ channelIds, after, limit }: ListQuery) {
      if (channelIds.length === 0) return Promise.resolve([])
      const key = after === null ? null : [after.pinned ? 1 : 0, after.publishedAt, after.id]
      const following =
        key === null
          ? ''
          : `AND (a.pinned < ? OR (a.pinned = ? AND (a.published_at < ? OR (a.published_at = ? AND a.id < ?))))`
      const position = key === null ? [] : [key[0], key[0], key[1], key[1], key[2]]
      return query(
        `SELECT ${SUMMARY} ${FROM} WHERE a.channel_id IN (${marks(channelIds)}) AND ${VISIBLE} ${following} ${ORDER} LIMIT ?`,
        [...channelIds, ...position, limit],
      )
    },

    async latest(channelIds, each) {
      if (channelIds.length === 0) return []
      // The index holds a channel's pinned and other articles apart, each by time: a short look at both ends, for all
      // channels in one round trip, instead of sorting a whole channel.
      const part = `SELECT * FROM (SELECT ${SUMMARY} ${FROM} WHERE a.channel_id = ? AND a.pinned = ? AND ${VISIBLE}
        ORDER BY a.published_at DESC, a.id DESC LIMIT ?) part`
      const ends = channelIds.flatMap((id) => [
        [id, 1, each],
        [id, 0, each],
      ])
      const found = await query(ends.map(() => part).join(' UNION ALL '), ends.flat())
      return channelIds.flatMap((id) =>
        found
          .filter((article) => article.channel.id === id)
          .sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? 1 : -1))
          .slice(0, each),
      )
    },

    pinned(limit) {
      return query(`SELECT ${SUMMARY} ${FROM} WHERE a.pinned = 1 AND ${VISIBLE} ${ORDER} LIMIT ?`, [limit])
    },

    comingEvents(now, limit) {
      return query(`SELECT ${SUMMARY} ${FROM} WHERE e.ends_at > ? AND ${VISIBLE} ORDER BY e.starts_at, a.id LIMIT ?`, [
        now,
        limit,
      ])
    },

    async find(id): Promise<PublishedArticle | null> {
      type DetailRow = SummaryRow & { blocks: string; updated_at: number | string }
      const [row] = await database.read.query<DetailRow[]>(
        `SELECT ${SUMMARY}, a.blocks, a.updated_at ${FROM} WHERE a.id = ? AND a.status = 'published'`,
        [id],
      )
      if (row === undefined) return null
      return { ...summaryOf(row), blocks: JSON.parse(row.blocks) as Block[], updatedAt: Number(row.updated_at) }
    },

    async views(id) {
      const [row] = await database.read.query<{ views: number | string }[]>(
        `SELECT views FROM article WHERE id = ? AND status = 'published'`,
        [id],
      )
      return row === undefined ? null : Number(row.views)
    },

    addViews(counts) {
      return database.write(async (manager) => {
        // in one order everywhere, so that two processes never wait for each other's rows
        for (const [id, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
          await manager.query('UPDATE article SET views = views + ? WHERE id = ?', [count, id])
        }
      })
    },
  }
}

import type { ListQuery, PublishedArticle, PublishedArticles, PublishedSummary } from '../../features/articles/ports'
import type { Block } from '../../../shared/domain/blocks'
import type { Database } from '../database'
import { sqlFor } from '../ledger/sql'
import {
  asTexts,
  byNewest,
  FROM,
  fromArticles,
  fromEvents,
  marks,
  SUMMARY,
  summariesIn,
  summaryOf,
  summaryText,
  VISIBLE,
  type SummaryRow,
} from './articleSummaries'
import { walksQuery, type Walk } from './articleWalks'
import { addToDay } from './viewDays'

const VIEWS_AT_ONCE = 500
const ADD_VIEWS = { table: 'article', key: 't.id', set: 'views = views + j.value', where: '1 = 1' }
/** Who has a link may open it: also in a channel that the association's file dropped, not in one that staff hid. */
const OPEN = `a.status = 'published' AND c.withheld = 0`
const ORDER = 'ORDER BY a.pinned DESC, a.published_at DESC, a.id DESC'

/** Of each channel what may stand on the page: its pinned articles and then the others, from the place on. */
function pageWalks({ channelIds, after, limit }: ListQuery): Walk[] {
  const shared = { direction: 'older', limit } as const
  return channelIds.flatMap((channelId) => [
    ...(after?.pinned === false ? [] : [{ ...shared, channelId, pinned: true, from: after }]),
    { ...shared, channelId, pinned: false, from: after?.pinned === false ? after : null },
  ])
}

export function createPublishedArticles(database: Database): PublishedArticles {
  const { isMysql } = database
  const sql = sqlFor(isMysql)
  const events = fromEvents(sql.joinInOrder)
  // A list of ids with a status beside it would make either database walk an index of all that is published.
  const byKey = fromArticles(database.isMysql ? 'FORCE INDEX (PRIMARY)' : 'INDEXED BY sqlite_autoindex_article_1')
  const query = async (statement: string, values: unknown[]): Promise<PublishedSummary[]> => {
    const rows = await database.read.query<SummaryRow[]>(statement, values)
    return rows.map(summaryOf)
  }
  const gather = async (statement: string, values: unknown[]): Promise<PublishedSummary[]> =>
    summariesIn(isMysql, await database.read.query<{ found: unknown }[]>(asTexts(isMysql, statement), values))
  const walk = (walks: Walk[]) => (walks.length === 0 ? Promise.resolve([]) : gather(...walksQuery(isMysql, walks)))
  const bothKinds = (channelId: string, rest: Omit<Walk, 'channelId' | 'pinned'>): Walk[] =>
    [true, false].map((pinned) => ({ ...rest, channelId, pinned }))

  return {
    async list(page: ListQuery) {
      const found = await walk(pageWalks(page))
      return found.sort((a, b) => Number(b.pinned) - Number(a.pinned) || byNewest(a, b)).slice(0, page.limit)
    },

    async latest(channelIds, each) {
      const newest = { from: null, direction: 'older', limit: each } as const
      const found = await walk(channelIds.flatMap((id) => bothKinds(id, newest)))
      return channelIds.flatMap((id) =>
        found
          .filter((article) => article.channel.id === id)
          .sort(byNewest)
          .slice(0, each),
      )
    },

    async beside(place) {
      const one = { from: place, limit: 1 }
      const walks = (['older', 'newer'] as const).flatMap((direction) =>
        bothKinds(place.channelId, { ...one, direction }),
      )
      const sorted = (await walk(walks)).sort(byNewest)
      const isNewer = (other: PublishedSummary) => byNewest(place, other) > 0
      return { newer: sorted.filter(isNewer).at(-1) ?? null, older: sorted.find((other) => !isNewer(other)) ?? null }
    },

    pinned(limit) {
      return query(`SELECT ${SUMMARY} ${FROM} WHERE a.pinned = 1 AND ${VISIBLE} ${ORDER} LIMIT ?`, [limit])
    },

    comingEvents(now, limit) {
      return query(
        `SELECT ${SUMMARY} ${events} WHERE e.ends_at > ? AND ${VISIBLE} ORDER BY e.starts_at, a.id LIMIT ?`,
        [now, limit],
      )
    },

    eventsBetween(from, to, limit) {
      return query(
        `SELECT ${SUMMARY} ${events} WHERE e.ends_at > ? AND e.starts_at < ? AND ${VISIBLE} ORDER BY e.starts_at, a.id LIMIT ?`,
        [from, to, limit],
      )
    },

    async newestTitles(channelIds, each) {
      if (channelIds.length === 0) return []
      const part = `SELECT * FROM (SELECT id, title, published_at FROM article WHERE channel_id = ? AND status = 'published'
        AND pinned = ? ORDER BY published_at DESC, id DESC LIMIT ?) part`
      const parts = channelIds.flatMap((id) => [
        [id, 1, each],
        [id, 0, each],
      ])
      const rows = await database.read.query<{ id: string; title: string; published_at: number | string }[]>(
        parts.map(() => part).join(' UNION ALL '),
        parts.flat(),
      )
      return rows.map((row) => ({ id: row.id, title: row.title, publishedAt: Number(row.published_at) }))
    },

    async byIds(ids) {
      if (ids.length === 0) return []
      const found = await gather(
        `SELECT ${summaryText(isMysql)} ${byKey} WHERE a.id IN (${marks(ids)}) AND ${VISIBLE}`,
        [...ids],
      )
      const places = new Map(found.map((article) => [article.id, article]))
      return ids.flatMap((id) => places.get(id) ?? [])
    },

    async find(id): Promise<PublishedArticle | null> {
      type DetailRow = SummaryRow & { blocks: string; updated_at: number | string }
      const [row] = await database.read.query<DetailRow[]>(
        `SELECT ${SUMMARY}, a.blocks, a.updated_at ${FROM} WHERE a.id = ? AND ${OPEN}`,
        [id],
      )
      if (row === undefined) return null
      return { ...summaryOf(row), blocks: JSON.parse(row.blocks) as Block[], updatedAt: Number(row.updated_at) }
    },

    async views(id) {
      const [row] = await database.read.query<{ views: number | string }[]>(
        `SELECT a.views FROM article a JOIN channel c ON c.id = a.channel_id WHERE a.id = ? AND ${OPEN}`,
        [id],
      )
      return row === undefined ? null : Number(row.views)
    },

    addViews(counts, at) {
      // in one order everywhere, so that two processes never wait for each other's rows
      const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
      return database.write(async (manager) => {
        for (let from = 0; from < sorted.length; from += VIEWS_AT_ONCE) {
          const { query, values } = sql.updateKeyedValues(
            ADD_VIEWS,
            'number',
            sorted.slice(from, from + VIEWS_AT_ONCE),
            [],
            [],
          )
          await manager.query(query, values)
        }
        if (sorted.length > 0) await addToDay(manager, database.isMysql, sorted, at)
      })
    },
  }
}

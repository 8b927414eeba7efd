import type { ListQuery, PublishedArticle, PublishedArticles, PublishedSummary } from '../../features/articles/ports'
import type { Block } from '../../../shared/domain/blocks'
import type { Database } from '../database'
import { sqlFor } from '../ledger/sql'
import {
  byNewest,
  byPlace,
  bySoonest,
  fromArticles,
  fromEvents,
  marks,
  SUMMARY_COLUMNS,
  summaryOf,
  summaryValues,
  VISIBLE,
} from './articleSummaries'
import { createWalks, type PinnedWalk, type Walk } from './articleWalks'
import { addToDay } from './viewDays'

const VIEWS_AT_ONCE = 500
const ADD_VIEWS = { table: 'article', key: 't.id', set: 'views = views + j.value', where: '1 = 1' }
/** Who has a link may open it: also in a channel that the association's file dropped, not in one that staff hid. */
const OPEN = `a.status = 'published' AND c.withheld = 0`
const VIEWS = {
  columns: ['views'],
  sql: `SELECT a.views FROM article a JOIN channel c ON c.id = a.channel_id WHERE a.id = ? AND ${OPEN}`,
}

/** Of each channel what may stand on the page: its pinned articles and then the others, from the place on. */
function pageWalks({ channelIds, after, limit }: ListQuery): (Walk | PinnedWalk)[] {
  const pinned = { direction: 'down', pinned: true, limit } as const
  const others = { direction: 'older', pinned: false, limit } as const
  return channelIds.flatMap((channelId) => [
    ...(after?.pinned === false ? [] : [{ ...pinned, channelId, from: after }]),
    { ...others, channelId, from: after?.pinned === false ? after : null },
  ])
}

export function createPublishedArticles(database: Database): PublishedArticles {
  const { isMysql } = database
  const sql = sqlFor(isMysql)
  const events = fromEvents(sql.joinInOrder)
  // A list of ids with a status beside it would make either database walk an index of all that is published.
  const byKey = fromArticles(database.isMysql ? 'FORCE INDEX (PRIMARY)' : 'INDEXED BY sqlite_autoindex_article_1')
  const summary = summaryValues(isMysql)
  const gather = async (sql: string, values: unknown[]): Promise<PublishedSummary[]> =>
    (await database.rows({ columns: SUMMARY_COLUMNS, sql }, values)).map(summaryOf)
  const walksQuery = createWalks(isMysql)
  const walk = async (walks: (Walk | PinnedWalk)[]) =>
    walks.length === 0 ? [] : (await database.rows(...walksQuery(walks))).map(summaryOf)
  const detail = {
    columns: [...SUMMARY_COLUMNS, 'blocks', 'updated_at'],
    sql: `SELECT ${summary}, a.blocks, a.updated_at ${fromArticles('')} WHERE a.id = ? AND ${OPEN}`,
  }
  const bothKinds = (channelId: string, rest: Omit<Walk, 'channelId' | 'pinned'>): Walk[] =>
    [true, false].map((pinned) => ({ ...rest, channelId, pinned }))

  return {
    async list(page: ListQuery) {
      const found = await walk(pageWalks(page))
      return found.sort(byPlace).slice(0, page.limit)
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

    async pinned(limit) {
      const found = await gather(
        `SELECT ${summary} ${fromArticles('')} WHERE a.pinned = 1 AND ${VISIBLE}
         ORDER BY a.pin_place, a.published_at DESC, a.id DESC LIMIT ?`,
        [limit],
      )
      return found.sort(byPlace)
    },

    async comingEvents(now, limit) {
      const found = await gather(
        `SELECT ${summary} ${events} WHERE e.ends_at > ? AND ${VISIBLE} ORDER BY e.starts_at, a.id LIMIT ?`,
        [now, limit],
      )
      return found.sort(bySoonest)
    },

    async eventsBetween(from, to, limit) {
      const found = await gather(
        `SELECT ${summary} ${events} WHERE e.ends_at > ? AND e.starts_at < ? AND ${VISIBLE} ORDER BY e.starts_at, a.id LIMIT ?`,
        [from, to, limit],
      )
      return found.sort(bySoonest)
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
      const found = await gather(`SELECT ${summary} ${byKey} WHERE a.id IN (${marks(ids)}) AND ${VISIBLE}`, [...ids])
      const places = new Map(found.map((article) => [article.id, article]))
      return ids.flatMap((id) => places.get(id) ?? [])
    },

    async find(id): Promise<PublishedArticle | null> {
      const [row] = await database.rows(detail, [id])
      if (row === undefined) return null
      const [blocks, updatedAt] = row.slice(SUMMARY_COLUMNS.length)
      return { ...summaryOf(row), blocks: JSON.parse(String(blocks)) as Block[], updatedAt: Number(updatedAt) }
    },

    async views(id) {
      const [row] = await database.rows(VIEWS, [id])
      return row === undefined ? null : Number(row[0])
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

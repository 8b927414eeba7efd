import type { ListPosition } from '../../features/articles/ports'
import { fromArticles, summaryText, VISIBLE } from './articleSummaries'

type Value = string | number

export interface Walk {
  channelId: string
  pinned: boolean
  /** Where it begins, that place left out; null: at its end. */
  from: Pick<ListPosition, 'publishedAt' | 'id'> | null
  direction: 'older' | 'newer'
  limit: number
}

/**
 * A channel's pinned or other articles by time, from one place on. The index holds them in this order, so that a deep
 * place costs what the first one does: no database of the three looks up a place by "or" or by a pair of columns, hence
 * the range of one column with the rest beside it.
 */
function partOf(isMysql: boolean, { channelId, pinned, from, direction, limit }: Walk): [sql: string, values: Value[]] {
  // MariaDB takes an index of all channels when most articles stand in one, and then reads and sorts a half of them.
  const index = isMysql ? 'FORCE INDEX (ix_article_channel)' : 'INDEXED BY ix_article_channel'
  const [compare, order] = direction === 'older' ? ['<', 'DESC'] : ['>', 'ASC']
  const range =
    from === null ? '' : `AND a.published_at ${compare}= ? AND (a.published_at ${compare} ? OR a.id ${compare} ?)`
  const sql = `SELECT * FROM (SELECT ${summaryText(isMysql)} ${fromArticles(index)} WHERE a.channel_id = ? AND a.pinned = ? AND ${VISIBLE} ${range}
    ORDER BY a.published_at ${order}, a.id ${order} LIMIT ?) part`
  const place = from === null ? [] : [from.publishedAt, from.publishedAt, from.id]
  return [sql, [channelId, pinned ? 1 : 0, ...place, limit]]
}

/** Several walks in one round trip; in what order their rows come is not said. */
export function walksQuery(isMysql: boolean, walks: Walk[]): [sql: string, values: Value[]] {
  const parts = walks.map((walk) => partOf(isMysql, walk))
  return [parts.map(([sql]) => sql).join(' UNION ALL '), parts.flatMap(([, values]) => values)]
}

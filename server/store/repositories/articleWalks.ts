import type { ListPosition } from '../../features/articles/ports'
import type { RowsQuery } from '../plainRows'
import { fromArticles, SUMMARY_COLUMNS, summaryValues, VISIBLE } from './articleSummaries'

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
function partOf(isMysql: boolean, direction: Walk['direction'], hasPlace: boolean): string {
  // MariaDB takes an index of all channels when most articles stand in one, and then reads and sorts a half of them.
  const index = isMysql ? 'FORCE INDEX (ix_article_channel)' : 'INDEXED BY ix_article_channel'
  const [compare, order] = direction === 'older' ? ['<', 'DESC'] : ['>', 'ASC']
  const range = hasPlace
    ? `AND a.published_at ${compare}= ? AND (a.published_at ${compare} ? OR a.id ${compare} ?)`
    : ''
  return `SELECT * FROM (SELECT ${summaryValues(isMysql)} ${fromArticles(index)}
    WHERE a.channel_id = ? AND a.pinned = ? AND ${VISIBLE} ${range}
    ORDER BY a.published_at ${order}, a.id ${order} LIMIT ?) part`
}

const valuesOf = ({ channelId, pinned, from, limit }: Walk): Value[] => {
  const place = from === null ? [] : [from.publishedAt, from.publishedAt, from.id]
  return [channelId, pinned ? 1 : 0, ...place, limit]
}

/** Several walks in one round trip; in what order their rows come is not said. */
export function createWalks(isMysql: boolean): (walks: readonly Walk[]) => [query: RowsQuery, values: Value[]] {
  const written = new Map<string, RowsQuery>()
  return (walks) => {
    const key = walks.map(({ direction, from }) => `${direction}${from === null ? '' : '+'}`).join()
    let query = written.get(key)
    if (query === undefined) {
      const parts = walks.map(({ direction, from }) => partOf(isMysql, direction, from !== null))
      query = { columns: SUMMARY_COLUMNS, sql: parts.join(' UNION ALL ') }
      written.set(key, query)
    }
    return [query, walks.flatMap(valuesOf)]
  }
}

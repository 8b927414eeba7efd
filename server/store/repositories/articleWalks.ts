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

/** A channel's pinned articles in the order that staff gave them. */
export interface PinnedWalk {
  channelId: string
  pinned: true
  from: Omit<ListPosition, 'pinned'> | null
  direction: 'down'
  limit: number
}

type AnyWalk = Walk | PinnedWalk

// MariaDB takes an index of all channels when most articles stand in one, and then reads and sorts a half of them.
const indexOf = (isMysql: boolean): string =>
  isMysql ? 'FORCE INDEX (ix_article_channel)' : 'INDEXED BY ix_article_channel'

const partOf = (isMysql: boolean, range: string, order: string): string =>
  `SELECT * FROM (SELECT ${summaryValues(isMysql)} ${fromArticles(indexOf(isMysql))}
    WHERE a.channel_id = ? AND a.pinned = ? AND ${VISIBLE} ${range}
    ORDER BY ${order} LIMIT ?) part`

/**
 * A channel's pinned or other articles by time, from one place on. The index holds them in this order, so that a deep
 * place costs what the first one does: no database of the three looks up a place by "or" or by a pair of columns, hence
 * the range of one column with the rest beside it.
 */
function byTime(isMysql: boolean, direction: Walk['direction'], hasPlace: boolean): string {
  const [compare, order] = direction === 'older' ? ['<', 'DESC'] : ['>', 'ASC']
  const range = hasPlace
    ? `AND a.published_at ${compare}= ? AND (a.published_at ${compare} ? OR a.id ${compare} ?)`
    : ''
  return partOf(isMysql, range, `a.published_at ${order}, a.id ${order}`)
}

/** Few are pinned: those of a channel are found by the index and sorted. */
function byHand(isMysql: boolean, hasPlace: boolean): string {
  const range = hasPlace
    ? `AND a.pin_place >= ? AND (a.pin_place > ? OR a.published_at < ? OR (a.published_at = ? AND a.id < ?))`
    : ''
  return partOf(isMysql, range, 'a.pin_place, a.published_at DESC, a.id DESC')
}

function valuesOf(walk: AnyWalk): Value[] {
  const { channelId, pinned, limit } = walk
  const begin = [channelId, pinned ? 1 : 0]
  if (walk.from === null) return [...begin, limit]
  const { publishedAt, id } = walk.from
  if (walk.direction !== 'down') return [...begin, publishedAt, publishedAt, id, limit]
  const { pinPlace } = walk.from
  return [...begin, pinPlace, pinPlace, publishedAt, publishedAt, id, limit]
}

/** Several walks in one round trip; in what order their rows come is not said. */
export function createWalks(isMysql: boolean): (walks: readonly AnyWalk[]) => [query: RowsQuery, values: Value[]] {
  const written = new Map<string, RowsQuery>()
  return (walks) => {
    const key = walks.map(({ direction, from }) => `${direction}${from === null ? '' : '+'}`).join()
    let query = written.get(key)
    if (query === undefined) {
      const parts = walks.map(({ direction, from }) =>
        direction === 'down' ? byHand(isMysql, from !== null) : byTime(isMysql, direction, from !== null),
      )
      query = { columns: SUMMARY_COLUMNS, sql: parts.join(' UNION ALL ') }
      written.set(key, query)
    }
    return [query, walks.flatMap(valuesOf)]
  }
}

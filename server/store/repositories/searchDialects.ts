import type { SearchPlace, SearchRange } from '../../features/search/ports'
import type { SoughtToken } from '../../../shared/domain/searchWords'
import { marks } from './articleSummaries'
import type { Window } from './searchWindows'

export type Query = [sql: string, values: unknown[]]

export const DOCUMENT = 'd.article_id, d.published_at, d.title, d.text'
/** Whoever seeks in titles has no need of the rest. */
const columnsFor = ({ field }: SearchRange): string =>
  field === 'title' ? "d.article_id, d.published_at, d.title, '' AS text" : DOCUMENT

/** The few places where full text is not asked for alike. */
export interface SearchDialect {
  withTokens(window: Window, tokens: SoughtToken[], limit: number): Query
  /** The next articles of the range with their places, and whether each holds all words (`hit`). */
  lookThrough(range: SearchRange, words: string[], most: number): Query
}

/** `%` and `_` that somebody asks for are letters like any other; a word holds neither, but who knows what is next. */
const likePattern = (word: string): string => `%${word.replace(/[!%_]/g, '!$&')}%`

const ofChannels = (channelIds: string[] | null): Query =>
  channelIds === null ? ['', []] : [`AND d.channel_id IN (${marks(channelIds)})`, channelIds]

const holds = ({ field }: SearchRange, words: string[]): Query => [
  words.map(() => `d.${field} LIKE ? ESCAPE '!'`).join(' AND '),
  words.map(likePattern),
]

/** The last place of an instant before `at`, in positions. */
const ROOM = 1000

/** Positions tell the time, so that every range of time and every place is a range of row numbers. */
function positionRange({ from, to, after }: SearchRange, column: string): Query {
  const sql = [`${column} >= ?`]
  const values: unknown[] = [(from ?? 0) * ROOM]
  if (to !== null) {
    sql.push(`${column} < ?`)
    values.push(to * ROOM)
  }
  if (after !== null) {
    sql.push(`${column} < COALESCE((SELECT position FROM search_document WHERE article_id = ?), ?)`)
    values.push(after.id, after.publishedAt * ROOM)
  }
  return [sql.join(' AND '), values]
}

export const sqliteSearch: SearchDialect = {
  withTokens({ range }, tokens, limit) {
    const [places, placeValues] = positionRange(range, 's.rowid')
    const sought = tokens.map(({ token, open }) => `${range.field} : "${token}"${open ? '*' : ''}`).join(' AND ')
    const channels =
      range.channelIds === null ? '' : ` AND channel : (${range.channelIds.map((id) => `"${id}"`).join(' OR ')})`
    return [
      `SELECT ${columnsFor(range)} FROM (SELECT s.rowid AS place FROM search_token s WHERE search_token MATCH ? AND ${places}
         ORDER BY s.rowid DESC LIMIT ?) f
       CROSS JOIN search_document d ON d.position = f.place ORDER BY d.position DESC`,
      [sought + channels, ...placeValues, limit],
    ]
  },

  lookThrough(range, words, most) {
    const [places, placeValues] = positionRange(range, 'd.position')
    const [channels, channelValues] = ofChannels(range.channelIds)
    const [condition, wordValues] = holds(range, words)
    return [
      `SELECT d.article_id, d.published_at, ${condition} AS hit FROM search_document d
       WHERE ${places} ${channels} ORDER BY d.position DESC LIMIT ?`,
      [...wordValues, ...placeValues, ...channelValues, most],
    ]
  },
}

function timeRange({ from, to, after }: SearchRange): Query {
  const sql: string[] = []
  const values: unknown[] = []
  const add = (condition: string, ...more: unknown[]) => {
    sql.push(`AND ${condition}`)
    values.push(...more)
  }
  if (from !== null) add('d.published_at >= ?', from)
  if (to !== null) add('d.published_at < ?', to)
  if (after !== null) {
    add(
      'd.published_at <= ? AND (d.published_at < ? OR d.article_id < ?)',
      after.publishedAt,
      after.publishedAt,
      after.id,
    )
  }
  return [sql.join(' '), values]
}

const NEWEST = 'ORDER BY d.published_at DESC, d.article_id DESC LIMIT ?'

export const mysqlSearch: SearchDialect = {
  withTokens({ range, tokens: stretches }, tokens, limit) {
    const [times, timeValues] = timeRange(range)
    const [channels, channelValues] = ofChannels(range.channelIds)
    // The stretch first: of the lists that follow only what stands in it is taken.
    const within = stretches === null ? '' : `+${stretches.length > 1 ? `(${stretches.join(' ')})` : stretches[0]} `
    const sought = within + tokens.map(({ token, open }) => `+${token}${open ? '*' : ''}`).join(' ')
    return [
      `SELECT ${columnsFor(range)} FROM ${range.field === 'title' ? 'search_title' : 'search_document'} d
       WHERE MATCH(d.${range.field}_tokens) AGAINST (? IN BOOLEAN MODE) ${times} ${channels} ${NEWEST}`,
      [sought, ...timeValues, ...channelValues, limit],
    ]
  },

  lookThrough(range, words, most) {
    const [times, timeValues] = timeRange(range)
    const [condition, wordValues] = holds(range, words)
    const columns = `d.article_id, d.published_at, ${condition} AS hit`
    const walk = (index: string, channel: string) =>
      `SELECT ${columns} FROM search_document d FORCE INDEX (${index}) WHERE ${channel} ${times} ${NEWEST}`
    if (range.channelIds === null) {
      return [walk('ix_search_published', 'd.published_at >= 0'), [...wordValues, ...timeValues, most]]
    }
    // Each channel by itself is read in the order of its key; together they would be sorted whole.
    const parts = range.channelIds.map(() => `SELECT * FROM (${walk('ix_search_channel', 'd.channel_id = ?')}) part`)
    const values = range.channelIds.flatMap((id) => [...wordValues, id, ...timeValues, most])
    return [`${parts.join(' UNION ALL ')} ORDER BY published_at DESC, article_id DESC LIMIT ?`, [...values, most]]
  },
}

export const placeOfRow = (row: { article_id: string; published_at: number | string }): SearchPlace => ({
  id: row.article_id,
  publishedAt: Number(row.published_at),
})

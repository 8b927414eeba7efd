import type { PublishedSummary } from '../../features/articles/ports'
import {
  COVER_COLUMNS,
  coverOf,
  EVENT_COLUMNS,
  publishedEventOf,
  type CoverColumns,
  type EventColumns,
} from './articleColumns'

/**
 * Lists are plain SQL that both engines read alike: building entities from joined rows costs more than the query.
 * Numbers may come back as text (`bigint` on MySQL) and flags as 0 and 1.
 */
export interface SummaryRow extends CoverColumns, EventColumns {
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

export const SUMMARY = `a.id, a.channel_id, a.title, a.summary, a.publisher, a.published_at, a.views, a.pinned,
  c.slug AS channel_slug, c.name AS channel_name, ${COVER_COLUMNS}, ${EVENT_COLUMNS}`
/** `index`: a hint for the table of articles, as its database takes it. */
export const fromArticles = (index: string): string => `FROM article a ${index}
  JOIN channel c ON c.id = a.channel_id
  LEFT JOIN media m ON m.id = a.cover_id
  LEFT JOIN event e ON e.article_id = a.id`
export const FROM = fromArticles('')

/** Events first, and of each its article: an association has few events among very many articles. `join` keeps the order. */
export const fromEvents = (join: string): string => `FROM event e
  ${join} article a ON a.id = e.article_id
  JOIN channel c ON c.id = a.channel_id
  LEFT JOIN media m ON m.id = a.cover_id`

export const VISIBLE = `a.status = 'published' AND c.hidden = 0`

export const summaryOf = (row: SummaryRow): PublishedSummary => ({
  id: row.id,
  channel: { id: row.channel_id, slug: row.channel_slug, name: row.channel_name },
  title: row.title,
  summary: row.summary,
  publisher: row.publisher,
  publishedAt: Number(row.published_at),
  views: Number(row.views),
  pinned: Number(row.pinned) === 1,
  cover: coverOf(row),
  event: publishedEventOf(row),
})

const COLUMNS = SUMMARY.split(',').map((column) => column.trim())
const NAMES = COLUMNS.map((column) => column.split(/ AS |\./).at(-1) ?? '')

/**
 * A summary as one text: what a driver does for each column of each row costs several times what the database does to
 * write them all down.
 */
export const summaryText = (isMysql: boolean): string =>
  `${isMysql ? 'JSON_ARRAY' : 'json_array'}(${COLUMNS.map((column) => column.replace(/ AS .*/, '')).join(', ')}) AS found`

/** What a query of summaries as texts is sent as. A row of SQLite's costs as much again as its text; MySQL cuts joined texts. */
export const asTexts = (isMysql: boolean, sql: string): string =>
  isMysql ? sql : `SELECT '[' || group_concat(found) || ']' AS found FROM (${sql})`

const valuesIn = (found: unknown): unknown => (typeof found === 'string' ? JSON.parse(found) : found)

/** What `asTexts` brought, in no order; some drivers read the texts themselves. */
export function summariesIn(isMysql: boolean, rows: { found: unknown }[]): PublishedSummary[] {
  const lists = (isMysql ? rows.map(({ found }) => valuesIn(found)) : valuesIn(rows[0]?.found)) as unknown[][] | null
  return (lists ?? []).map((values) => {
    const columns: Record<string, unknown> = {}
    for (const [at, name] of NAMES.entries()) columns[name] = values[at]
    return summaryOf(columns as unknown as SummaryRow)
  })
}

export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** Newest first; of one moment, the later id first. */
export const byNewest = (a: { publishedAt: number; id: string }, b: { publishedAt: number; id: string }): number =>
  b.publishedAt - a.publishedAt || (a.id < b.id ? 1 : -1)

import type { Candidate, SearchIndex, SearchRange } from '../../features/search/ports'
import type { SoughtToken } from '../../../shared/domain/searchWords'
import { fromWallClock, toWallClock } from '../../../shared/domain/time'
import type { Database } from '../database'
import { marks } from './articleSummaries'
import { createIndexFigures } from './searchCommon'
import { DOCUMENT, mysqlSearch, placeOfRow, sqliteSearch } from './searchDialects'
import { levelFor, windowBefore, type Window } from './searchWindows'
import { partsOf, SOURCE, SOURCE_FROM, type SourceRow } from './searchDocuments'

/** So many are looked through at a time. */
const CHUNK = 500
/** A stretch with fewer than one in so many of those asked for was chosen too short. */
const SPARSE = 8
/** On MySQL so many rows are read at a time, as far as one can tell before: those of titles are short. */
const ROWS_AT_ONCE = { title: 4_000, text: 160 }

interface DocumentRow {
  article_id: string
  published_at: number | string
  title: string
  text: string
}

const candidateOf = (row: DocumentRow): Candidate => ({ ...placeOfRow(row), title: row.title, text: row.text })

const startOfYear = (year: number): number => fromWallClock({ year, month: 1, day: 1 })

export interface SearchIndexOptions {
  rowsAtOnce?: number
  /** So many of the newest articles stand for all. */
  sample?: number
}

export function createSearchIndex(database: Database, options: SearchIndexOptions = {}): SearchIndex {
  const { sample } = options
  const dialect = database.isMysql ? mysqlSearch : sqliteSearch
  const figures = createIndexFigures(database, sample)

  const inWindow = async (window: Window, tokens: SoughtToken[], limit: number): Promise<Candidate[]> => {
    const rows = await database.read.query<DocumentRow[]>(...dialect.withTokens(window, tokens, limit))
    return rows.map(candidateOf)
  }

  const endsOfTime = async (): Promise<{ first: number; last: number }> => {
    const [row] = await database.read.query<{ first: number | string | null; last: number | string | null }[]>(
      'SELECT MIN(published_at) AS first, MAX(published_at) AS last FROM search_document',
    )
    return { first: Number(row?.first ?? 0), last: Number(row?.last ?? 0) }
  }

  /** Stretch by stretch, newest first. One that holds little is followed by a longer one, and the last is all that is left. */
  const byWindows = async (range: SearchRange, tokens: SoughtToken[], limit: number): Promise<Candidate[]> => {
    const known = await figures()
    const rowsAtOnce = options.rowsAtOnce ?? ROWS_AT_ONCE[range.field]
    const density = known.density * Math.min(...tokens.map((token) => known[range.field].shareOf(token)))
    if (density === 0) return inWindow({ tokens: null, range }, tokens, limit)
    const { first, last } = await endsOfTime()
    const oldest = Math.max(range.from ?? 0, first)
    let until = Math.min(range.to ?? Infinity, (range.after?.publishedAt ?? last) + 1)
    let level = levelFor(density, until - oldest, rowsAtOnce)
    const found: Candidate[] = []
    while (until > oldest) {
      const { window, from } = windowBefore(range, level, until)
      const more = await inWindow(window, tokens, limit - found.length)
      found.push(...more)
      if (found.length >= limit) break
      if (more.length < Math.min(limit, rowsAtOnce) / SPARSE) level += 1
      until = from
    }
    return found
  }

  const documents = async (ids: string[]): Promise<Candidate[]> => {
    if (ids.length === 0) return []
    const rows = await database.read.query<DocumentRow[]>(
      `SELECT ${DOCUMENT} FROM search_document d WHERE d.article_id IN (${marks(ids)})`,
      ids,
    )
    const byId = new Map(rows.map((row) => [row.article_id, candidateOf(row)]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }

  return {
    commonTokens: figures,

    withTokens: (range, tokens, limit) =>
      database.isMysql ? byWindows(range, tokens, limit) : inWindow({ tokens: null, range }, tokens, limit),

    async lookThrough(range: SearchRange, words, limit) {
      type Walked = { article_id: string; published_at: number | string; hit: number }
      const rows = await database.read.query<Walked[]>(...dialect.lookThrough(range, words, CHUNK))
      const hits = rows.filter(({ hit }) => Number(hit) === 1)
      // What was found beyond the limit is found again from the place at which the caller stops.
      const found = await documents(hits.slice(0, limit).map(({ article_id: id }) => id))
      const last = rows.at(-1)
      return { found, end: rows.length < CHUNK || last === undefined ? null : placeOfRow(last) }
    },

    async texts(ids) {
      if (ids.length === 0) return new Map()
      const rows = await database.read.query<SourceRow[]>(
        `SELECT ${SOURCE} ${SOURCE_FROM} WHERE a.id IN (${marks(ids)})`,
        [...ids],
      )
      return new Map(rows.map((row) => [row.id, { title: row.title, parts: partsOf(row) }]))
    },

    async years() {
      type Ends = { first: number | string | null; last: number | string | null }
      const [ends] = await database.read.query<Ends[]>(
        'SELECT MIN(published_at) AS first, MAX(published_at) AS last FROM search_document',
      )
      if (ends === undefined || ends.first === null || ends.last === null) return []
      const first = toWallClock(Number(ends.first)).year
      const all = Array.from({ length: toWallClock(Number(ends.last)).year - first + 1 }, (_, at) => first + at)
      // One short look for each year, instead of a walk through all that was ever published.
      const look = `SELECT ? AS year, EXISTS (SELECT 1 FROM search_document d JOIN channel c ON c.id = d.channel_id
        WHERE d.published_at >= ? AND d.published_at < ? AND c.hidden = 0) AS there`
      const rows = await database.read.query<{ year: number | string; there: number }[]>(
        all.map(() => look).join(' UNION ALL '),
        all.flatMap((year) => [year, startOfYear(year), startOfYear(year + 1)]),
      )
      const there = rows.filter((row) => Number(row.there) === 1)
      return there.map(({ year }) => Number(year)).sort((a, b) => b - a)
    },
  }
}

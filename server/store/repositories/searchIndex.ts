import type { Candidate, SearchIndex, SearchRange } from '../../features/search/ports'
import { fromWallClock, toWallClock } from '../../../shared/domain/time'
import type { Database } from '../database'
import { marks } from './articleSummaries'
import { createCommonTokens } from './searchCommon'
import { DOCUMENT, mysqlSearch, placeOfRow, sqliteSearch } from './searchDialects'
import { partsOf, SOURCE, SOURCE_FROM, type SourceRow } from './searchDocuments'

/** So many are looked through at a time. */
const CHUNK = 500

interface DocumentRow {
  article_id: string
  published_at: number | string
  title: string
  text: string
}

const candidateOf = (row: DocumentRow): Candidate => ({ ...placeOfRow(row), title: row.title, text: row.text })

const startOfYear = (year: number): number => fromWallClock({ year, month: 1, day: 1 })

export function createSearchIndex(database: Database): SearchIndex {
  const dialect = database.isMysql ? mysqlSearch : sqliteSearch
  const commonTokens = createCommonTokens(database)

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
    commonTokens,

    async withTokens(range, tokens, limit) {
      const rows = await database.read.query<DocumentRow[]>(...dialect.withTokens(range, tokens, limit))
      return rows.map(candidateOf)
    },

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

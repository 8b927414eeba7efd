import type { CommonTokens, SearchField } from '../../features/search/ports'
import { tokensOf } from '../../../shared/domain/searchWords'
import type { Database } from '../database'

/** So many of the newest articles stand for all. Where there are fewer, nothing is so common that it costs. */
const SAMPLE = 400
const COMMON_SHARE = 0.1
const KEPT_MS = 10 * 60_000
const KEPT_SMALL_MS = 30_000
/** Length of the token of one character, with which pairs begin. */
const UNIT = 4

/** In how many texts each token stands, and each beginning of a pair. */
function count(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const tokens = tokensOf(text)
    const beginnings = new Set([...tokens].filter((token) => token.length > UNIT).map((token) => token.slice(0, UNIT)))
    for (const token of new Set([...tokens, ...beginnings])) counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  return counts
}

/** SQLite walks a token's articles newest first, and stops: there only many tokens at once cost. */
function commonOf(texts: string[], isMysql: boolean): CommonTokens {
  const counts = count(texts)
  const least = SAMPLE * COMMON_SHARE
  const isCommon = (token: string): boolean => (counts.get(token) ?? 0) > least
  const begins = (beginning: string): boolean => {
    let sum = 0
    for (const [token, times] of counts) if (token.startsWith(beginning)) sum += times
    return sum > least
  }
  return {
    has: ({ token, open }) =>
      open ? (token.length === UNIT ? isCommon(token) : begins(token)) : isMysql && isCommon(token),
  }
}

const NONE: CommonTokens = { has: () => false }

/**
 * Which tokens an index does not help to find, estimated from the newest articles and kept for a while. It decides how
 * something is sought and never what is found.
 */
export function createCommonTokens(database: Database): () => Promise<Record<SearchField, CommonTokens>> {
  let known: Promise<Record<SearchField, CommonTokens>> | null = null
  let until = 0

  const look = async () => {
    const rows = await database.read.query<{ title: string; text: string }[]>(
      'SELECT title, text FROM search_document ORDER BY published_at DESC LIMIT ?',
      [SAMPLE],
    )
    if (rows.length < SAMPLE) {
      until = performance.now() + KEPT_SMALL_MS
      return { title: NONE, text: NONE }
    }
    return {
      title: commonOf(
        rows.map(({ title }) => title),
        database.isMysql,
      ),
      text: commonOf(
        rows.map(({ text }) => text),
        database.isMysql,
      ),
    }
  }

  return () => {
    if (known === null || performance.now() > until) {
      until = performance.now() + KEPT_MS
      known = look()
      known.catch(() => {
        known = null
      })
    }
    return known
  }
}

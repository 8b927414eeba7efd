import type { CommonTokens, SearchField } from '../../features/search/ports'
import { tokensOf, type SoughtToken } from '../../../shared/domain/searchWords'
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

export interface TokenShares extends CommonTokens {
  /** In which part of the articles it stands, between 0 and 1. */
  shareOf(token: SoughtToken): number
}

/** SQLite walks a token's articles newest first, and stops: there only many tokens at once cost. */
function sharesOf(texts: string[], isMysql: boolean): TokenShares {
  const counts = count(texts)
  const beginsSo = (beginning: string): number => {
    let sum = 0
    for (const [token, times] of counts) if (token.startsWith(beginning)) sum += times
    return sum
  }
  const timesOf = ({ token, open }: SoughtToken): number =>
    open && token.length !== UNIT ? beginsSo(token) : (counts.get(token) ?? 0)
  return {
    has: (sought) => (sought.open || isMysql) && timesOf(sought) > texts.length * COMMON_SHARE,
    // What the sample lacks is rarer than it can tell.
    shareOf: (sought) => Math.min(1, Math.max(0.5, timesOf(sought)) / texts.length),
  }
}

const NONE: TokenShares = { has: () => false, shareOf: () => 0 }

/** What is known of the index without looking through it. */
export interface IndexFigures extends Record<SearchField, TokenShares> {
  /** Articles in a millisecond, of late. */
  density: number
}

/**
 * What is estimated from the newest articles, and kept for a while. It decides how something is sought and never what is
 * found.
 */
export function createIndexFigures(database: Database, sample = SAMPLE): () => Promise<IndexFigures> {
  let known: Promise<IndexFigures> | null = null
  let until = 0

  const look = async (): Promise<IndexFigures> => {
    const rows = await database.read.query<{ title: string; text: string; published_at: number | string }[]>(
      'SELECT title, text, published_at FROM search_document ORDER BY published_at DESC LIMIT ?',
      [sample],
    )
    if (rows.length < sample) {
      until = performance.now() + KEPT_SMALL_MS
      return { title: NONE, text: NONE, density: 0 }
    }
    const titles = rows.map(({ title }) => title)
    const texts = rows.map(({ text }) => text)
    const took = Number(rows[0]?.published_at) - Number(rows.at(-1)?.published_at)
    return {
      title: sharesOf(titles, database.isMysql),
      text: sharesOf(texts, database.isMysql),
      density: rows.length / Math.max(1, took),
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

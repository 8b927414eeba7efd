import { PAGES } from '../../routes'

/** Characters of a question that the server takes. */
export const LONGEST = 60

export interface Question {
  q: string
  /** Slug of a channel; null: all of them. */
  channel: string | null
  /** Year of publication; null: any. */
  year: number | null
}

/** What was typed, without the spaces around and between; cut to what the server takes. */
export const cleaned = (typed: string): string => typed.replace(/\s+/g, ' ').trim().slice(0, LONGEST).trim()

/** WeChat hands parameters over as they stand in the address, the web decoded; a broken escape is text. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The question in a page's parameters; null when it holds none. What is not understood counts as not given. */
export function questionOf(params: Partial<Record<string, string>>): Question | null {
  const q = cleaned(decoded(params['q'] ?? ''))
  if (q === '') return null
  const channel = params['channel'] ?? ''
  const year = Number(params['year'])
  return {
    q,
    channel: /^[a-z0-9-]{1,64}$/.test(channel) ? channel : null,
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null,
  }
}

/** The page's address for a question, without one for the bare page. */
export function searchPath(question: Question | null): string {
  if (!question) return PAGES.search
  const { q, channel, year } = question
  const filters = `${channel === null ? '' : `&channel=${channel}`}${year === null ? '' : `&year=${year}`}`
  return `${PAGES.search}?q=${encodeURIComponent(q)}${filters}`
}

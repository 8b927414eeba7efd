import type { SearchRange } from '../../features/search/ports'
import { DAY_MS } from '../../../shared/domain/time'

/**
 * MySQL and MariaDB read every row that full text finds before they sort and cut. Each document therefore has tokens of
 * its own that name the stretches of time it was published in, and a question asks for its words in the newest stretch
 * first. No word of a text is cut into a token that begins so.
 */
const PREFIX = 'zw'
/** Lengths of the stretches, ms. */
const LENGTHS = [30 * DAY_MS, 120 * DAY_MS, 480 * DAY_MS]

const tokenOf = (level: number, at: number): string => `${PREFIX}${level}${at.toString(36).padStart(4, '0')}`

/** What a document published at an instant has besides the tokens of its text. */
export const windowTokens = (publishedAt: number): string =>
  LENGTHS.map((length, level) => tokenOf(level, Math.floor(publishedAt / length))).join(' ')

export interface Window {
  /** Of which a document has one; null: the rest of all time. */
  tokens: string[] | null
  range: SearchRange
}

/**
 * The longest stretch in which about `wanted` documents are expected; `LENGTHS.length`: all time. `density`: documents in
 * a millisecond.
 */
export function levelFor(density: number, span: number, wanted: number): number {
  if (density * span <= wanted) return LENGTHS.length
  const fitting = LENGTHS.filter((length) => density * length <= wanted).length
  return Math.max(0, fitting - 1)
}

/** The next stretch before `until` (ms): the one that it lies in, and where that has just begun the one before it too. */
export function windowBefore(range: SearchRange, level: number, until: number): { window: Window; from: number } {
  const length = LENGTHS[level]
  const to = Math.min(range.to ?? Infinity, until)
  const within = { ...range, to: Number.isFinite(to) ? to : null }
  if (length === undefined) return { window: { tokens: null, range: within }, from: 0 }
  const last = Math.floor((to - 1) / length)
  const first = Math.max(0, to - last * length < length / 2 ? last - 1 : last)
  // Each more that a document may have costs a list of its own.
  const tokens = [...new Set([last, first])].map((at) => tokenOf(level, at))
  return { window: { tokens, range: within }, from: first * length }
}

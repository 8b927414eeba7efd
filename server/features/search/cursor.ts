import { AppError } from '../../kernel/errors'
import type { SearchPlace } from './ports'

/** Where the answers to a question go on: among those whose title answers (0) or among the others (1). */
export interface SearchPosition {
  rank: 0 | 1
  /** Null: at the beginning of its rank. */
  after: SearchPlace | null
}

const ID = /^[0-9a-hjkmnp-tv-z]{26}$/

export const encodeSearchCursor = ({ rank, after }: SearchPosition): string =>
  Buffer.from(JSON.stringify(after === null ? [rank] : [rank, after.publishedAt, after.id])).toString('base64url')

function parts(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(value)) return value
  } catch {
    // falls through: as bad as one that says something else
  }
  throw new AppError('cursor_invalid')
}

export function decodeSearchCursor(cursor: string): SearchPosition {
  const [rank, publishedAt, id, ...more] = parts(cursor)
  if ((rank !== 0 && rank !== 1) || more.length > 0) throw new AppError('cursor_invalid')
  if (publishedAt === undefined && id === undefined) return { rank, after: null }
  // Up to the year 2200: later ones leave the numbers that a database row is found by.
  if (!Number.isSafeInteger(publishedAt) || typeof id !== 'string' || !ID.test(id)) throw new AppError('cursor_invalid')
  if ((publishedAt as number) < 0 || (publishedAt as number) > 7.3e12) throw new AppError('cursor_invalid')
  return { rank, after: { publishedAt: publishedAt as number, id } }
}

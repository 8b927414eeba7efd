import { AppError } from '../../kernel/errors'
import type { ListPosition } from './ports'

const ID = /^[0-9a-hjkmnp-tv-z]{26}$/

/** A place in a list as an opaque text: what stands in it is ours alone, and is checked when it comes back. */
const encode = (parts: (string | number)[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

function decode(cursor: string, ...lengths: number[]): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && lengths.includes(parts.length)) return parts
  } catch {
    // falls through: a cursor that cannot be read is as bad as one that says something else
  }
  throw new AppError('cursor_invalid')
}

const isInstant = (value: unknown): value is number => Number.isSafeInteger(value)
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

/** Only what is pinned tells a place: the addresses of later pages are known to search engines and stay as they were. */
export const encodeListCursor = ({ pinned, pinPlace, publishedAt, id }: ListPosition): string =>
  encode(pinned ? [1, publishedAt, id, pinPlace] : [0, publishedAt, id])

export function decodeListCursor(cursor: string): ListPosition {
  const [pinned, publishedAt, id, pinPlace = 0] = decode(cursor, 3, 4)
  if ((pinned !== 0 && pinned !== 1) || !isInstant(publishedAt) || !isId(id)) throw new AppError('cursor_invalid')
  if (!isInstant(pinPlace) || pinPlace < 0 || (pinned === 0 && pinPlace > 0)) throw new AppError('cursor_invalid')
  return { pinned: pinned === 1, pinPlace, publishedAt, id }
}

/** Where a list that is sorted by one instant goes on. */
export interface TimePosition {
  at: number
  id: string
}

export const encodeTimeCursor = ({ at, id }: TimePosition): string => encode([at, id])

export function decodeTimeCursor(cursor: string): TimePosition {
  const [at, id] = decode(cursor, 2)
  if (!isInstant(at) || !isId(id)) throw new AppError('cursor_invalid')
  return { at, id }
}

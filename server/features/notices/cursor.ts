import { AppError } from '../../kernel/errors'

const ID = /^[0-9a-hjkmnp-tv-z]{26}$/

/** Ids sort by time of creation, so the last id of a page says where the next one begins. */
export const encodeCursor = (id: string): string => Buffer.from(id).toString('base64url')

/** @throws AppError cursor_invalid */
export function decodeCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!ID.test(id)) throw new AppError('cursor_invalid')
  return id
}

import { AppError } from '../../kernel/errors'

const ID = /^[0-9a-hjkmnp-tv-z]{26}$/

/** Where the list of pictures goes on: after this one, newest first. */
export interface PicturePosition {
  at: number
  id: string
}

export const encodeCursor = ({ at, id }: PicturePosition): string =>
  Buffer.from(JSON.stringify([at, id])).toString('base64url')

export function decodeCursor(cursor: string): PicturePosition {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === 2) {
      const [at, id] = parts as unknown[]
      if (Number.isSafeInteger(at) && typeof id === 'string' && ID.test(id)) return { at: at as number, id }
    }
  } catch {
    // falls through: what cannot be read is as bad as what says something else
  }
  throw new AppError('cursor_invalid')
}

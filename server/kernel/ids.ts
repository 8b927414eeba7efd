import { createHash, randomBytes } from 'node:crypto'
import { monotonicFactory } from 'ulid'

const nextUlid = monotonicFactory()

/** A ULID in lower case: 26 characters, opaque, and sorted by time of creation within a process. */
export const newId = (): string => nextUlid().toLowerCase()

/** A secret for a session or a link: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Only the hash of a token is kept, so that a copy of the database opens nothing. Hex, 64 characters. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

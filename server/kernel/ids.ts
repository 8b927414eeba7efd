import { createHash, randomBytes } from 'node:crypto'
import { monotonicFactory } from 'ulid'

const nextUlid = monotonicFactory()

/** A ULID in lower case: 26 characters, opaque, and sorted by time of creation within a process. */
export const newId = (): string => nextUlid().toLowerCase()

const ofProcess = newId().slice(0, 18)
let requests = 0

/**
 * Names one request of this process in answers and in the log: 26 letters and digits like an id, and no more than unique.
 * An id's randomness costs as much as a tenth of a kept answer.
 */
export const newRequestId = (): string => `${ofProcess}${(requests++).toString(36).padStart(8, '0')}`

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id that the same text gives again: of 130 bits of its hash, in the letters of all ids, without a time in it. */
export const idFrom = (text: string): string =>
  [...createHash('sha256').update(text).digest().subarray(0, 26)].map((byte) => LETTERS[byte % 32]).join('')

/** A secret for a session or a link: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Only the hash of a token is kept, so that a copy of the database opens nothing. Hex, 64 characters. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

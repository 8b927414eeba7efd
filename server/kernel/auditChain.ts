import { createHash } from 'node:crypto'

/** An entry as it is hashed: every column but the hash itself. */
export interface ChainedEntry {
  number: number
  id: string
  at: number
  staffId: string | null
  action: string
  subjectType: string
  subjectId: string
  address: string
  /** JSON, as it is kept. */
  detail: string
}

/** The hash that stands before the first entry. */
export const CHAIN_START = ''

/**
 * The hash of an entry and of all before it: whoever changes or removes one has to write every later one anew, and the
 * last hash is then another than the one that was noted down or exported. Hex, 64 characters.
 */
export function chainHash(previous: string, entry: ChainedEntry): string {
  const { number, id, at, staffId, action, subjectType, subjectId, address, detail } = entry
  const parts = [previous, number, id, at, staffId, action, subjectType, subjectId, address, detail]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** One article that was opened on this phone. */
export interface ReadEntry {
  id: string
  title: string
  /** Name of its channel. */
  channel: string
  /** Milliseconds since the epoch. */
  at: number
}

/** About 30 KB of the 10 MB that WeChat grants; a reader of three articles a day is known for three months. */
export const READ_LIMIT = 300

const isEntry = (value: unknown): value is ReadEntry =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'title' in value &&
  typeof value.title === 'string' &&
  'channel' in value &&
  typeof value.channel === 'string' &&
  'at' in value &&
  typeof value.at === 'number'

/** What the storage held, as far as it can be believed. */
export const asReadLog = (value: unknown): ReadEntry[] =>
  Array.isArray(value) ? value.filter(isEntry).slice(0, READ_LIMIT) : []

/** With this opening in front; read again, an article moves there; the longest unread falls off. */
export const withRead = (log: readonly ReadEntry[], entry: ReadEntry): ReadEntry[] =>
  [entry, ...log.filter(({ id }) => id !== entry.id)].slice(0, READ_LIMIT)

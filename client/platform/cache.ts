import { admit, type CacheEntry } from './cacheIndex'
import { forget, keep, kept, keysKept } from './storage'

const PREFIX = 'read:'
const keyOf = (name: string): string => PREFIX + name
const INDEX_KEY = keyOf('index')

/** A tenth of what WeChat grants a mini-program; well over a hundred articles. */
const LIMIT = 1_000_000

const VERSION_KEY = keyOf('version')
let checked = false

const isEntry = (value: unknown): value is CacheEntry =>
  typeof value === 'object' && value !== null && 'key' in value && 'size' in value && typeof value.size === 'number'

/** What is kept, oldest first. What was written by another version of the app may have another shape and is let go. */
function indexNow(): CacheEntry[] {
  const found = kept<unknown>(INDEX_KEY)
  const index = Array.isArray(found) ? found.filter(isEntry) : []
  if (checked) return index
  checked = true
  if (kept<unknown>(VERSION_KEY) === VERSION) return index
  dropAnswers()
  return []
}

/** Keeps an answer so that it can be read again without a network; the oldest go when the cap is reached. */
export function cacheAnswer(name: string, answer: unknown): void {
  const size = JSON.stringify(answer).length
  const { index, evicted } = admit(indexNow(), { key: name, size }, LIMIT)
  for (const old of evicted) forget(keyOf(old))
  if (evicted.includes(name)) return
  // A phone without room keeps what is read now rather than what was read longest ago.
  while (!keep(keyOf(name), answer)) {
    const oldest = index.shift()
    if (!oldest || oldest.key === name) break
    forget(keyOf(oldest.key))
  }
  keep(INDEX_KEY, index)
}

/** What the last successful reading of `name` answered, or null. */
export function cachedAnswer<T>(name: string): T | null {
  indexNow()
  const answer = kept<unknown>(keyOf(name))
  return typeof answer === 'object' ? (answer as T | null) : null
}

/** Forgets all that was read, such as when a page broke on it. */
export function dropAnswers(): void {
  keysKept(PREFIX).forEach(forget)
  keep(VERSION_KEY, VERSION)
}

/** Forgets what was read: a withdrawn article may not come back from the phone. Its place in the index ages out. */
export const dropAnswer = (name: string): void => forget(keyOf(name))

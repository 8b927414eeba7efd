import { admit, type CacheEntry } from './cacheIndex'
import { forget, keep, kept } from './storage'

const INDEX_KEY = 'read:index'
const keyOf = (name: string): string => `read:${name}`

/** A tenth of what WeChat grants a mini-program; well over a hundred articles. */
const LIMIT = 1_000_000

/** Keeps an answer so that it can be read again without a network; the oldest go when the cap is reached. */
export function cacheAnswer(name: string, answer: unknown): void {
  const size = JSON.stringify(answer).length
  const { index, evicted } = admit(kept<CacheEntry[]>(INDEX_KEY) ?? [], { key: name, size }, LIMIT)
  for (const old of evicted) forget(keyOf(old))
  if (evicted.includes(name) || !keep(keyOf(name), answer)) return
  keep(INDEX_KEY, index)
}

/** What the last successful reading of `name` answered, or null. */
export const cachedAnswer = <T>(name: string): T | null => kept<T>(keyOf(name))

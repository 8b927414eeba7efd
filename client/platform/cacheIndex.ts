export interface CacheEntry {
  key: string
  /** Characters of the stored text; WeChat counts its 10 MB in these. */
  size: number
}

/** Least recently used first. */
export type CacheIndex = readonly CacheEntry[]

/** One entry may not push out everything else. */
export const ENTRY_SHARE = 4

/** Puts an entry at the fresh end and names what has to go so that all of it fits into `limit`. */
export function admit(index: CacheIndex, entry: CacheEntry, limit: number): { index: CacheEntry[]; evicted: string[] } {
  const others = index.filter((known) => known.key !== entry.key)
  if (entry.size > limit / ENTRY_SHARE) return { index: others, evicted: [entry.key] }
  const next = [...others, entry]
  const evicted: string[] = []
  let total = next.reduce((sum, { size }) => sum + size, 0)
  while (total > limit) {
    const oldest = next.shift()
    if (!oldest) break
    total -= oldest.size
    evicted.push(oldest.key)
  }
  return { index: next, evicted }
}

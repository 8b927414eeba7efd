import type { Problem } from '../platform/problem'

/** A page as every list endpoint answers it. */
export interface PageOf<T> {
  items: T[]
  nextCursor: string | null
}

/** A list that grows as the member reads on. `more` says what its foot shows. */
export type PagedList<T> =
  | { state: 'loading' }
  | { state: 'empty' }
  | { state: 'error'; problem: Problem }
  | { state: 'ready'; items: T[]; cursor: string; more: 'idle' | 'loading' | 'failed'; stale: Problem | null }
  | { state: 'end'; items: T[]; stale: Problem | null }

const settle = <T>(items: T[], cursor: string | null, stale: Problem | null): PagedList<T> => {
  if (cursor !== null) return { state: 'ready', items, cursor, more: 'idle', stale }
  return items.length === 0 ? { state: 'empty' } : { state: 'end', items, stale }
}

export const firstOf = <T>(page: PageOf<T>): PagedList<T> => settle(page.items, page.nextCursor, null)

/** The next page. What slid from one page to the next, because something new came in front, is shown once. */
export function nextOf<T>(list: PagedList<T>, page: PageOf<T>, keyOf: (item: T) => string): PagedList<T> {
  if (list.state !== 'ready') return list
  const known = new Set(list.items.map(keyOf))
  const fresh = page.items.filter((item) => !known.has(keyOf(item)))
  return settle([...list.items, ...fresh], page.nextCursor, list.stale)
}

export const moreOf = <T>(list: PagedList<T>, more: 'loading' | 'failed'): PagedList<T> =>
  list.state === 'ready' ? { ...list, more } : list

/** The first page could not be read: what is shown stays, with the reason above it. */
export const firstFailed = <T>(list: PagedList<T>, problem: Problem): PagedList<T> =>
  list.state === 'ready' || list.state === 'end' ? { ...list, stale: problem } : { state: 'error', problem }

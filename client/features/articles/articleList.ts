import type { ArticlePage, ArticleSummary } from '../../../shared/contract'
import type { Problem } from '../../platform/problem'

/** A list that grows as the member reads on. `more` says what its foot shows. */
export type ArticleList =
  | { state: 'loading' }
  | { state: 'empty' }
  | { state: 'error'; problem: Problem }
  | {
      state: 'ready'
      items: ArticleSummary[]
      cursor: string
      more: 'idle' | 'loading' | 'failed'
      stale: Problem | null
    }
  | { state: 'end'; items: ArticleSummary[]; stale: Problem | null }

const settle = (items: ArticleSummary[], cursor: string | null, stale: Problem | null): ArticleList => {
  if (items.length === 0) return { state: 'empty' }
  return cursor === null ? { state: 'end', items, stale } : { state: 'ready', items, cursor, more: 'idle', stale }
}

/** The first page, newly read or from what was read before. */
export const firstPage = (page: ArticlePage): ArticleList => settle(page.items, page.nextCursor, null)

/** The next page. An article that moved between two pages, because another was published, is shown once. */
export function nextPage(list: ArticleList, page: ArticlePage): ArticleList {
  if (list.state !== 'ready') return list
  const known = new Set(list.items.map((item) => item.id))
  const fresh = page.items.filter((item) => !known.has(item.id))
  return settle([...list.items, ...fresh], page.nextCursor, list.stale)
}

export const loadingMore = (list: ArticleList): ArticleList =>
  list.state === 'ready' ? { ...list, more: 'loading' } : list

export const moreFailed = (list: ArticleList): ArticleList =>
  list.state === 'ready' ? { ...list, more: 'failed' } : list

/** The first page could not be read: what is shown stays, with the reason above it. */
export const firstPageFailed = (list: ArticleList, problem: Problem): ArticleList =>
  list.state === 'ready' || list.state === 'end' ? { ...list, stale: problem } : { state: 'error', problem }

export const itemsOf = (list: ArticleList): ArticleSummary[] =>
  list.state === 'ready' || list.state === 'end' ? list.items : []

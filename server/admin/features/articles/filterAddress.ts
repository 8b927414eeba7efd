import type { ArticleStatus } from '../../../../shared/contract'
import type { ArticleFilter } from './queries'

const STATUSES: readonly ArticleStatus[] = ['draft', 'published', 'withdrawn']

const REVIEWS = ['submitted', 'returned'] as const

/** The filter lives in the address, so that "back" from the editor finds the same list. */
export const filterFrom = (search: URLSearchParams): ArticleFilter => ({
  status: STATUSES.find((status) => status === search.get('status')),
  review: REVIEWS.find((state) => state === search.get('review')),
  channel: search.get('channel') ?? undefined,
  q: (search.get('q') ?? '').slice(0, 60),
})

export function filterTo(filter: ArticleFilter): URLSearchParams {
  const search = new URLSearchParams()
  if (filter.status !== undefined) search.set('status', filter.status)
  if (filter.review !== undefined) search.set('review', filter.review)
  if (filter.channel !== undefined) search.set('channel', filter.channel)
  if (filter.q !== '') search.set('q', filter.q)
  return search
}

let lastSeen = ''

/** The list as it was last filtered on this screen, for the ways back to it. */
export const rememberArticles = (search: URLSearchParams): void => {
  lastSeen = search.size === 0 ? '' : `?${search}`
}

/** Leads to the list as somebody left it. */
export const articlesAddress = (): string => `/articles${lastSeen}`

import type { ArticlePage, ArticleSummary } from '../../../shared/contract'
import { firstOf, nextOf, type PagedList } from '../../loading/pagedList'

/** The articles of one channel, as far as the member has scrolled. */
export type ArticleList = PagedList<ArticleSummary>

const idOf = ({ id }: ArticleSummary): string => id

/** The next page. An article that moved between two pages, because another was published, is shown once. */
export const nextPage = (list: ArticleList, page: ArticlePage): ArticleList => nextOf(list, page, idOf)

export const itemsOf = (list: ArticleList): ArticleSummary[] =>
  list.state === 'ready' || list.state === 'end' ? list.items : []

/**
 * The first page anew, behind a list that was scrolled further: what is new comes on top, what the member has scrolled
 * to stays below it, so that the position stays. Without a common article there is a gap, and the list begins again.
 */
export function renewed(list: ArticleList, page: ArticlePage): ArticleList {
  const items = itemsOf(list)
  const fresh = new Set(page.items.map(idOf))
  const lastKnown = items.reduce((last, item, place) => (fresh.has(item.id) ? place : last), -1)
  if (lastKnown < 0 || items.length <= page.items.length || page.nextCursor === null) return firstOf(page)
  const below = items.slice(lastKnown + 1).filter(({ id }) => !fresh.has(id))
  const all = [...page.items, ...below]
  return list.state === 'ready' ? { ...list, items: all, stale: null } : { state: 'end', items: all, stale: null }
}

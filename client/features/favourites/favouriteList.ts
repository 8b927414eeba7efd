import type { ArticleSummary } from '../../../shared/contract'

/** An article that the member keeps, with what a list shows of it. */
export interface Favourite {
  article: ArticleSummary
  /** When it was kept, in milliseconds since the epoch. */
  at: number
  /** The association has withdrawn it since. */
  gone?: true
}

/** About 150 KB; WeChat allows 1 MB under one key. */
export const FAVOURITE_LIMIT = 200

const isFavourite = (value: unknown): value is Favourite => {
  if (typeof value !== 'object' || value === null || !('article' in value) || !('at' in value)) return false
  const { article, at } = value as { article: Partial<ArticleSummary> | null; at: unknown }
  return (
    typeof at === 'number' &&
    typeof article?.id === 'string' &&
    typeof article.title === 'string' &&
    typeof article.publishedAt === 'string' &&
    typeof article.channel?.name === 'string'
  )
}

/** What the storage held, as far as it can be believed. */
export const asFavourites = (value: unknown): Favourite[] =>
  Array.isArray(value) ? value.filter(isFavourite).slice(0, FAVOURITE_LIMIT) : []

/** Only what a list shows: the body of an article that was opened is not kept twice. */
export const summaryOf = (article: ArticleSummary): ArticleSummary => ({
  id: article.id,
  channel: article.channel,
  title: article.title,
  summary: '',
  cover: article.cover,
  publisher: article.publisher,
  publishedAt: article.publishedAt,
  views: article.views,
  pinned: false,
  event: article.event,
})

export const isKept = (list: readonly Favourite[], id: string): boolean => list.some(({ article }) => article.id === id)

/** With the article in front, or null when there is no room: nothing that the member keeps is dropped unasked. */
export function withFavourite(list: readonly Favourite[], article: ArticleSummary, at: number): Favourite[] | null {
  const others = list.filter((entry) => entry.article.id !== article.id)
  return others.length >= FAVOURITE_LIMIT ? null : [{ article: summaryOf(article), at }, ...others]
}

export const withoutFavourite = (list: readonly Favourite[], id: string): Favourite[] =>
  list.filter(({ article }) => article.id !== id)

/** Put back to where it was: the list is ordered by when each was kept, the newest first. */
export const restored = (list: readonly Favourite[], entry: Favourite): Favourite[] =>
  [...withoutFavourite(list, entry.article.id), entry].sort((a, b) => b.at - a.at)

/** The article as it reads now, or that it is gone. The same list when nothing changed. */
export function renewed(list: readonly Favourite[], id: string, article: ArticleSummary | null): readonly Favourite[] {
  const known = list.find((entry) => entry.article.id === id)
  if (!known) return list
  const next: Favourite = article === null ? { ...known, gone: true } : { article: summaryOf(article), at: known.at }
  if (
    JSON.stringify({ ...next.article, views: 0 }) === JSON.stringify({ ...known.article, views: 0 }) &&
    next.gone === known.gone
  )
    return list
  return list.map((entry) => (entry === known ? next : entry))
}

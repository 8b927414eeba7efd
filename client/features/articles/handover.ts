import type { ArticleDetail, ArticleSummary } from '../../../shared/contract'

/**
 * Summaries that a list has on screen, so that an article opens with its title and meta at once. Bounded: only what
 * the member has just seen can be tapped.
 */
const LIMIT = 200
const seen = new Map<string, ArticleSummary>()

export function handOver(article: ArticleSummary): void {
  seen.delete(article.id)
  seen.set(article.id, article)
  const oldest = seen.keys().next().value
  if (seen.size > LIMIT && oldest !== undefined) seen.delete(oldest)
}

export const handedOver = (id: string): ArticleSummary | ArticleDetail | null => seen.get(id) ?? null

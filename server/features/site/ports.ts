import type { ArticleDetail, ArticlePage, ArticleSummary, ChannelNode, Home } from '../../../shared/contract'
import type { Block } from '../../../shared/domain/blocks'
import type { Reading } from '../../kernel/reading'

/** What members read, as their app is given it. */
export interface PublicReads {
  tree(): Promise<ChannelNode[]>
  home(): Promise<Reading<Home>>
  /** @throws AppError channel_not_found, cursor_invalid */
  list(query: { slug: string; cursor?: string; limit: number }): Promise<Reading<ArticlePage>>
  /** @throws AppError article_not_found */
  article(id: string): Promise<Reading<ArticleDetail>>
  /** The newest of these channels, whatever is pinned. */
  newest(channelIds: string[], limit: number): Promise<ArticleSummary[]>
  /** Events that end after an instant, soonest start first. */
  eventsFrom(endAfter: number, limit: number): Promise<ArticleSummary[]>
}

/** How an article has been saved: `version` grows with each save. */
export interface SavedState {
  version: number
  updatedAt: number
}

export interface MapEntry {
  id: string
  updatedAt: number
}

/** What only search engines, feed readers and calendars ask for. */
export interface SiteArticles {
  /** Whether it was public once and staff have taken it back. */
  isWithdrawn(id: string): Promise<boolean>
  /** By id; what is not public is left out. */
  bodies(ids: readonly string[]): Promise<Map<string, SavedState & { blocks: Block[] }>>
  states(ids: readonly string[]): Promise<Map<string, SavedState>>
  /** A channel's articles in parts of `each`, by id: where each part begins (that id left out) and ends, and its newest save. */
  parts(channelId: string, each: number): Promise<{ after: string; last: string; updatedAt: number }[]>
  /** Those between two places, by id; the first left out, the last with them. */
  entries(channelId: string, between: { after: string; last: string }, limit: number): Promise<MapEntry[]>
}

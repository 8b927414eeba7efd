import type { ArticleSummary, ChannelNode } from '../../../shared/contract'
import type { SoughtToken } from '../../../shared/domain/searchWords'

/** Where a walk through the index goes on, newest first. */
export interface SearchPlace {
  publishedAt: number
  id: string
}

/** `title`: words of the title. `text`: of everything, the title included. */
export type SearchField = 'title' | 'text'

export interface SearchRange {
  field: SearchField
  /** Null: all channels. */
  channelIds: string[] | null
  /** Published at or after, and before; ms. Null: at any time. */
  from: number | null
  to: number | null
  after: SearchPlace | null
}

/** An article that may be meant; its texts in plain form (`foldText`). */
export interface Candidate extends SearchPlace {
  title: string
  text: string
}

export interface SearchIndex {
  /** Articles with all these tokens, newest first. */
  withTokens(range: SearchRange, tokens: SoughtToken[], limit: number): Promise<Candidate[]>
  /**
   * Looks through the next articles, newest first, without using the index. `end`: where it stopped, or null when there
   * are no more.
   */
  lookThrough(
    range: SearchRange,
    words: string[],
    limit: number,
  ): Promise<{ found: Candidate[]; end: SearchPlace | null }>
  /** Tokens that so many articles have that the index does not help to find them, by field. */
  commonTokens(): Promise<Record<SearchField, CommonTokens>>
  /** Title, and the parts in which words can stand, as they are read: venue, summary, body. */
  texts(ids: readonly string[]): Promise<Map<string, { title: string; parts: string[] }>>
  /** Years of Shanghai in which something was published that members can see, newest first. */
  years(): Promise<number[]>
}

export interface CommonTokens {
  has(token: SoughtToken): boolean
}

/** The channels as members see them, and published articles as lists show them. */
export interface SearchSurroundings {
  tree(): Promise<ChannelNode[]>
  /** In the order of `ids`; one that members cannot see is left out. */
  summaries(ids: readonly string[]): Promise<ArticleSummary[]>
}

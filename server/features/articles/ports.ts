import type { ChannelNode, ChannelRef } from '../../../shared/contract'
import type { Block } from '../../../shared/domain/blocks'
import type { EventDecision } from '../../../shared/domain/event'

export interface StoredEvent {
  startsAt: number
  endsAt: number
  venue: string
  address: string | null
  location: { latitude: number; longitude: number } | null
  signupDeadline: number | null
  decision: EventDecision
}

export interface StoredPicture {
  id: string
  file: string
  width: number
  height: number
  alt: string
  createdAt: number
}

/** A published article as lists show it; instants in ms. */
export interface PublishedSummary {
  id: string
  channel: ChannelRef
  title: string
  summary: string
  publisher: string
  publishedAt: number
  views: number
  pinned: boolean
  cover: StoredPicture | null
  event: StoredEvent | null
}

export interface PublishedArticle extends PublishedSummary {
  blocks: Block[]
  updatedAt: number
}

/** Where a list goes on: the sort key of its last item. */
export interface ListPosition {
  pinned: boolean
  publishedAt: number
  id: string
}

export interface ListQuery {
  channelIds: string[]
  after: ListPosition | null
  limit: number
}

/** What members may read: published articles in visible channels. */
export interface PublishedArticles {
  list(query: ListQuery): Promise<PublishedSummary[]>
  /** Up to `each` newest articles of every channel, in one query; grouped by the caller. */
  latest(channelIds: string[], each: number): Promise<PublishedSummary[]>
  pinned(limit: number): Promise<PublishedSummary[]>
  /** Events that end after `now`, soonest start first. */
  comingEvents(now: number, limit: number): Promise<PublishedSummary[]>
  find(id: string): Promise<PublishedArticle | null>
  /** Views as stored, or null when there is no such published article. */
  views(id: string): Promise<number | null>
  /** Adds to the stored counts, all or none. */
  addViews(counts: ReadonlyMap<string, number>): Promise<void>
}

export interface ChannelTree {
  tree(): Promise<ChannelNode[]>
}

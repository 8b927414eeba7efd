import type { ChannelNode, ChannelRef } from '../../../shared/contract'
import type { Block } from '../../../shared/domain/blocks'
import type { EventDecision } from '../../../shared/domain/event'
import type { PictureCut } from '../../../shared/domain/pictureCut'

export interface StoredEvent {
  startsAt: number
  endsAt: number
  venue: string
  address: string | null
  location: { latitude: number; longitude: number } | null
  signupDeadline: number | null
  decision: EventDecision
  /** How many can come, in staff's words; absent or null when nothing is said. */
  capacityNote?: string | null
}

/** An event as members see it. */
export interface PublishedEvent extends StoredEvent {
  /** When it was last moved, in time or place, while members could see it; null: never. */
  changedAt: number | null
}

/** How a cover was cut out of another picture. */
export interface StoredCut extends PictureCut {
  of: string
}

export interface StoredPicture {
  id: string
  file: string
  width: number
  height: number
  alt: string
  createdAt: number
  /** Whether smaller variants lie beside it. */
  hasVariants: boolean
  /** Null: it is shown as somebody brought it. */
  cut: StoredCut | null
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
  /** Its place among the pinned ones of its channel, from 1 on; 0: none, and above those that have one. */
  pinPlace: number
  cover: StoredPicture | null
  event: PublishedEvent | null
}

export interface PublishedArticle extends PublishedSummary {
  blocks: Block[]
  updatedAt: number
}

/** Where a list goes on: the sort key of its last item. */
export interface ListPosition {
  pinned: boolean
  /** 0 for what is not pinned. */
  pinPlace: number
  publishedAt: number
  id: string
}

export interface ListQuery {
  channelIds: string[]
  after: ListPosition | null
  limit: number
}

/** Openings of articles as all processes know them; each may be told to more than one when an app tries again. */
export interface SharedOpenings {
  /** Which of these another process, or this one, has counted before; whoever asks has counted the others. */
  countedElsewhere(openings: string[]): Promise<boolean[]>
}

/** What members may read: published articles in visible channels. */
export interface PublishedArticles {
  list(query: ListQuery): Promise<PublishedSummary[]>
  /** Up to `each` newest articles of every channel, in one query; grouped by the caller. */
  latest(channelIds: string[], each: number): Promise<PublishedSummary[]>
  pinned(limit: number): Promise<PublishedSummary[]>
  /** Events that end after `now`, soonest start first. */
  comingEvents(now: number, limit: number): Promise<PublishedSummary[]>
  /** Events that end after `from` and start before `to`, soonest start first. */
  eventsBetween(from: number, to: number, limit: number): Promise<PublishedSummary[]>
  /** The next older and the next newer article of the channel, whatever is pinned. */
  beside(place: {
    id: string
    channelId: string
    publishedAt: number
  }): Promise<{ older: PublishedSummary | null; newer: PublishedSummary | null }>
  /** The newest of every channel, up to `each` pinned and as many others; in no order. */
  newestTitles(channelIds: string[], each: number): Promise<{ id: string; title: string; publishedAt: number }[]>
  /** Those that members can see, in the order of `ids`. */
  byIds(ids: readonly string[]): Promise<PublishedSummary[]>
  find(id: string): Promise<PublishedArticle | null>
  /** Views as stored, or null when there is no such published article. */
  views(id: string): Promise<number | null>
  /** Adds to the stored counts and to those of the day that holds `at` (ms), all or none. */
  addViews(counts: ReadonlyMap<string, number>, at: number): Promise<void>
}

export interface ChannelTree {
  tree(): Promise<ChannelNode[]>
}

/** What has changed of that which members can see, in the order in which it became so; every process reads the same. */
export interface ContentChanges {
  /** Number of the newest change; 0: none yet. */
  newest(): Promise<number>
  /** Those after a number, each with its topics: `article:<id>`, `channel:<id>`, `events`, or `*` for everything. */
  since(version: number): Promise<{ version: number; topics: string[] }[]>
}

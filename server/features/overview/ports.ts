import type { DeliveryState, NoticeKind } from '../../../shared/domain/notice'

/** Days are `YYYY-MM-DD` of Shanghai, `to` included. */
export interface DaySpan {
  from: string
  to: string
}

/** Instants in ms, `to` excluded. */
export interface InstantSpan {
  from: number
  to: number
}

export interface BegunNotice {
  id: string
  kind: NoticeKind
  /** Of its article; null: that is not there any more. */
  title: string | null
  startedAt: number
  counts: Record<DeliveryState, number>
}

export interface OverviewStore {
  /** Sums by day and by the channel in which the article stands now; null: the article is not there any more. */
  viewsByChannel(span: DaySpan): Promise<{ day: string; channel: { id: string; name: string } | null; views: number }[]>
  viewsTotal(span: DaySpan): Promise<number>
  viewsByHour(span: DaySpan): Promise<{ hour: number; views: number }[]>
  topArticles(span: DaySpan, limit: number): Promise<{ id: string; title: string; channel: string; views: number }[]>
  membersTotal(): Promise<number>
  newMembers(span: InstantSpan): Promise<{ day: string; count: number }[]>
  grantsGained(span: InstantSpan): Promise<{ day: string; count: number }[]>
  /** Notices that began then, first begun first, each with its deliveries by state. */
  notices(span: InstantSpan): Promise<BegunNotice[]>
}

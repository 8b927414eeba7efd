import type {
  DeliveryCounts,
  DeliveryReason,
  DeliveryState,
  NoticeKind,
  NoticeStatus,
  PauseReason,
} from '../../../shared/domain/notice'
import type { Topic } from '../../../shared/domain/topics'

export interface AudienceCounts {
  willGet: number
  noGrant: number
  notSubscribed: number
}

/** A notice with what staff know it by. Instants in milliseconds since the epoch. */
export interface StoredNotice {
  id: string
  kind: NoticeKind
  status: NoticeStatus
  articleId: string
  articleTitle: string | null
  templateId: string
  values: Record<string, string>
  scheduledAt: number | null
  pauseReason: PauseReason | null
  /** The first notice of the chain that this one follows up. */
  followsUp: string | null
  atNight: boolean
  haltReason: DeliveryReason | null
  createdAt: number
  /** Name of the staff member who decided it; null when the account is gone. */
  createdBy: string | null
  startedAt: number | null
  finishedAt: number | null
}

export interface ReasonCount {
  state: DeliveryState
  reason: DeliveryReason
  count: number
}

export interface NoticeStore {
  /** Counts every member once: who would get it, who has no grant, who does not want it. One query. */
  audience(topic: Topic, templateId: string): Promise<AudienceCounts>
  /** The same among those who were told of an article, as a notice of this kind means it. */
  audienceTold(articleId: string, kind: NoticeKind, topic: Topic, templateId: string): Promise<AudienceCounts>
  /** Newest first, from below `before` (an id) on. */
  list(before: string | null, limit: number): Promise<StoredNotice[]>
  find(id: string): Promise<StoredNotice | null>
  /** Deliveries by state, for several notices at once. One without deliveries is missing. */
  counts(noticeIds: string[]): Promise<Map<string, DeliveryCounts>>
  /** Outcomes with a reason, most frequent first. */
  reasons(noticeId: string): Promise<ReasonCount[]>
  /**
   * Members who could get a follow-up now without anybody being repeated; 0 while the chain is not over. What is only
   * shown may be some seconds old where very many were told; what is decided on it is not.
   */
  canStillGet(noticeId: string, isDecision?: boolean): Promise<number>
}

import type { ChannelRef } from '../../../shared/contract'
import type { ReviewRules, ReviewState, ReviewStep } from '../../../shared/domain/review'
import type { AuditEntry } from '../../kernel/audit'
import type { Change } from './portsStaff'

export interface ReviewChange extends Change {
  kind: ReviewStep
  text: string
  /** States in which the article may be. */
  from: readonly ReviewState[]
  /** Null: it stays as it is. */
  to: ReviewState | null
}

export interface WaitingArticle {
  id: string
  title: string
  channel: ChannelRef
  submittedAt: number
  /** Null: somebody who is not there any more. */
  submittedBy: string | null
  text: string
}

export interface ArticleReviews {
  /** False when the version is not the newest any more, or the article is in another state; nothing is written then. */
  step(change: ReviewChange): Promise<boolean>
  /** Those that wait, the longest first, and how many there are. */
  waiting(limit: number): Promise<{ count: number; first: WaitingArticle[] }>
  /** How many articles that this staff member made were returned. */
  returnedTo(staffId: string): Promise<number>
}

/** The rules that administrators set for review. */
export interface ReviewRulesStore {
  read(): Promise<ReviewRules>
  keep(rules: ReviewRules, audit: AuditEntry): Promise<void>
}

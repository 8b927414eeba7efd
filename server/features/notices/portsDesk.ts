import type { ArticleStatus } from '../../../shared/contract/staffContent'
import type { EventDecision } from '../../../shared/domain/event'
import type { NoticeKind } from '../../../shared/domain/notice'
import type { NoticeRules } from '../../../shared/domain/noticeRules'
import type { AuditEntry } from '../../kernel/audit'

/** An audit entry of somebody who is logged in. */
export type StaffAudit = AuditEntry & { staffId: string }

/** What a notice about an event has to know of it. Instants in milliseconds since the epoch. */
export interface NoticeSubject {
  id: string
  status: ArticleStatus
  /** Null: no event. */
  event: { startsAt: number; endsAt: number; venue: string; address: string | null; decision: EventDecision } | null
}

export interface EventSubjects {
  find(articleId: string): Promise<NoticeSubject | null>
}

export interface NewNotice {
  id: string
  articleId: string
  kind: NoticeKind
  /** What the notice says, in short: the same about the same article is not told twice. */
  about: string
  templateId: string
  values: Record<string, string>
  page: string
  /** Null: at once. */
  scheduledAt: number | null
  atNight: boolean
}

export interface NewFollowUp {
  id: string
  /** The notice that staff look at, and the first of its chain. */
  of: string
  root: string
  templateId: string
  page: string
}

export interface DeliveryDecision {
  deliveryId: string
  outcome: 'sent' | 'failed'
  note: string
}

/** Where staff decide about notices. Each method is one transaction with its audit entry, or changes nothing. */
export interface NoticeDesk {
  /** Whether the same has been told of the article, or is about to be. */
  isSaid(notice: NewNotice): Promise<boolean>
  /** False when it is said already. */
  decide(notice: NewNotice, audit: StaffAudit): Promise<boolean>
  /** False when another follow-up of the chain is not over. */
  followUp(followUp: NewFollowUp, audit: StaffAudit): Promise<boolean>
  /** The moves are false when the notice's status does not allow them. */
  pause(noticeId: string, audit: StaffAudit): Promise<boolean>
  resume(noticeId: string, audit: StaffAudit): Promise<boolean>
  cancel(noticeId: string, audit: StaffAudit): Promise<boolean>
  /** Settles what waited when a backup was made that was put back; false when there is none of it. */
  settleRestored(noticeId: string, outcome: 'sent' | 'failed', audit: StaffAudit): Promise<boolean>
  /** False when the outcome is known. */
  settle(decision: DeliveryDecision, audit: StaffAudit): Promise<boolean>
}

export interface NoticeRulesStore {
  read(): Promise<NoticeRules>
  keep(rules: NoticeRules, audit: StaffAudit): Promise<void>
}

/** Tells whoever sends that there is something to do. */
export interface NoticeWakeup {
  notify(): void
}

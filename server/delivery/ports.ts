/**
 * What the delivery engine needs from the rest of the house. The engine knows neither Koa nor TypeORM nor WeChat:
 * `store` keeps the ledger, `wechat` sends, `kernel` tells the time.
 */
import type { Clock } from '../kernel/clock'
import type { DeliveryReason, NoticeKind } from '../../shared/domain/notice'

export type { Clock }

/** A notice that the engine is to work on. */
export interface NoticeJob {
  id: string
  kind: NoticeKind
  templateId: string
  values: Record<string, string>
  page: string
}

/** One delivery, claimed: its row says `sending` durably, and nobody else may send it. */
export interface Claim {
  deliveryId: string
  noticeId: string
  memberId: string
  openid: string
  /** How often it was claimed, this time included. */
  attempt: number
}

/** What became of a claimed delivery. */
export type Outcome =
  | { deliveryId: string; to: 'sent'; msgid: string | null }
  /** A lasting no for this member. `grantGone`: WeChat says that no grant is left, so our count becomes 0. */
  | { deliveryId: string; to: 'rejected'; reason: DeliveryReason; grantGone: boolean }
  | { deliveryId: string; to: 'failed'; reason: DeliveryReason }
  /** Bytes left and no certain answer came: the grant counts as spent, and it is never sent again by itself. */
  | { deliveryId: string; to: 'unknown'; reason: DeliveryReason }
  /** Certainly not sent. `attempts` says whether the try counts against the budget. */
  | { deliveryId: string; to: 'pending'; notBefore: number; countsAsAttempt: boolean }
  | { deliveryId: string; to: 'skipped'; reason: DeliveryReason }

export interface SentEvent {
  openid: string
  templateId: string
  msgid: string
  delivered: boolean
}

/**
 * The durable record of who is to get what and what became of it. Every method is atomic and durable when it
 * returns. `worker` is the id that `startWorker` gave.
 */
export interface Ledger {
  startWorker(): Promise<string>
  /** Renews the worker's lease by the database's clock; false when it has already been declared dead. */
  heartbeat(worker: string): Promise<boolean>
  stopWorker(worker: string): Promise<void>
  /** Deliveries that a dead worker left in `sending` become `unknown`; returns how many. */
  buryDeadWorkers(leaseMs: number): Promise<number>

  /** Moves scheduled notices whose time has come to `preparing`. */
  wakeScheduled(now: number): Promise<void>
  /** Notices in `preparing`, oldest first. */
  preparing(): Promise<NoticeJob[]>
  /** Notices in `running`, oldest first. */
  running(): Promise<NoticeJob[]>
  /**
   * Looks at the next `limit` subscribed members and adds a delivery for each, reserving a grant (`pending`) or
   * naming why not (`skipped`, `no_grant`). Moves the notice to `running` when there are no more. Safe to repeat.
   */
  prepareChunk(noticeId: string, limit: number, now: number): Promise<{ added: number; done: boolean }>
  /** Up to `limit` deliveries that are due, moved from `pending` to `sending` before this returns. */
  claim(worker: string, noticeId: string, limit: number, now: number): Promise<Claim[]>
  /** Records outcomes. One for a delivery that is no longer this worker's is ignored and counted. */
  settle(worker: string, outcomes: Outcome[], now: number): Promise<{ ignored: number }>
  /** `running` → `finished` when every delivery is over (`unknown` counts as over); true when it moved. */
  finishIfDone(noticeId: string, now: number): Promise<boolean>
  /** Stops a notice for good; what has not started becomes `skipped` and its grants go back. */
  halt(noticeId: string, reason: DeliveryReason, now: number): Promise<void>
  /** When the next delivery or scheduled notice is due, or null. */
  nextDue(now: number): Promise<number | null>

  /** Matches WeChat's sent-event by msgid, else by the one unresolved delivery of member and template. */
  confirm(event: SentEvent, now: number): Promise<'matched' | 'no_match'>
  /** `unknown` for longer than `ageMs` becomes `unconfirmed`; returns how many. */
  closeOldUnknown(ageMs: number, now: number): Promise<number>
}

export interface SendRequest {
  openid: string
  templateId: string
  values: Record<string, string>
  page: string
}

/**
 * WeChat's answer, classified once (`server/wechat/errorTable`). The class decides what the engine does:
 * - `accepted`; - `member_no`: lasting no for this member; - `notice_no`: no member can get this notice (halt);
 * - `delivery_no`: this one send is refused, no retry; - `not_sent`: certainly not sent, try again after `waitMs`
 *   (`budget`: which of the three budgets pays); - `uncertain`: may have been sent.
 */
export type SendResult =
  | { kind: 'accepted'; msgid: string | null }
  | { kind: 'member_no'; reason: DeliveryReason; grantGone: boolean }
  | { kind: 'notice_no'; reason: DeliveryReason }
  | { kind: 'delivery_no'; reason: DeliveryReason }
  | { kind: 'not_sent'; budget: 'attempt' | 'token' | 'rate' | 'daily'; waitMs: number; detail: string }
  | { kind: 'uncertain'; reason: DeliveryReason }

export interface Messenger {
  /** Never throws: whatever happens on the wire is one of the results. */
  send(request: SendRequest): Promise<SendResult>
}

/** Tells the engine that there may be work. Losing a wake-up costs time, never a delivery. */
export interface Wakeup {
  notify(): void
  subscribe(listener: () => void): () => void
  /** At most one wake-up at `at`; an earlier one replaces a later one. */
  schedule(at: number): void
  close(): Promise<void>
}

/**
 * What the delivery engine needs from the rest of the house. The engine knows neither Koa nor TypeORM nor WeChat:
 * `store` keeps the ledger, `wechat` sends, `kernel` tells the time.
 */
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { DeliveryReason, NoticeKind } from '../../shared/domain/notice'

export type { Clock, Logger }

/** A notice that the engine is to work on. Its words are frozen from the moment it was decided. */
export interface NoticeJob {
  id: string
  kind: NoticeKind
  templateId: string
  values: Record<string, string>
  page: string
}

/** The three budgets that certain failures to send are paid from. A day's quota that ran out costs none of them. */
export type Budget = 'attempt' | 'token' | 'rate'
export type BudgetUse = Record<Budget, number>

/** One delivery, claimed: its row says `sending` durably, and nobody else may send it. */
export interface Claim {
  deliveryId: string
  noticeId: string
  memberId: string
  openid: string
  /** What earlier tries have used. */
  used: BudgetUse
  /** Under a rate: how many milliseconds after the claim was answered its slot begins. */
  startsInMs?: number
}

export interface ClaimAnswer {
  claims: Claim[]
  /** How many were skipped or put off instead. */
  passedOver: number
  /** Nothing may be sent before this instant, by any process. */
  closedUntil?: number
}

/** What became of a claimed delivery. */
export type Outcome =
  | { deliveryId: string; to: 'sent'; msgid: string | null }
  /** A lasting no for this member. `grantGone`: WeChat says that no grant is left, so our count becomes 0. */
  | { deliveryId: string; to: 'rejected'; reason: DeliveryReason; grantGone: boolean }
  | { deliveryId: string; to: 'failed'; reason: DeliveryReason }
  /** Bytes left and no certain answer came: the grant counts as spent, and it is never sent again by itself. */
  | { deliveryId: string; to: 'unknown'; reason: DeliveryReason }
  /** Certainly not sent; due again at `notBefore` (0: at once). `spend` names the budget that pays, if any. */
  | { deliveryId: string; to: 'pending'; notBefore: number; spend: Budget | null }

export interface SentEvent {
  openid: string
  templateId: string
  msgid: string
  delivered: boolean
}

/** A worker whose lease has run out by the database's clock, as it stood when it was looked at. */
export interface StaleWorker {
  id: string
  heartbeatAt: number
}

/**
 * The durable record of who is to get what and what became of it. Every method is atomic and durable when it
 * returns; every method may throw when the database is away, and may then be called again. Instants are
 * milliseconds since the epoch. `worker` is the id that `startWorker` gave.
 */
export interface Ledger {
  startWorker(): Promise<string>
  /** Renews the worker's lease by the database's clock; false when it has already been buried. */
  heartbeat(worker: string): Promise<boolean>
  /** Forgets a worker that has nothing in `sending` any more. */
  stopWorker(worker: string): Promise<void>
  /** Workers whose heartbeat is further than `leaseMs` from the database's clock, in either direction. */
  staleWorkers(leaseMs: number): Promise<StaleWorker[]>
  /**
   * Declares a worker dead unless it has renewed its lease since it was looked at: what it left in `sending` becomes
   * `unknown`, never `pending`. Returns how many.
   */
  bury(worker: StaleWorker, now: number): Promise<number>
  /**
   * What is `sending` for this worker but not in `keep` was marked by a claim whose answer got lost on the way back
   * from the database: it was never sent and becomes `pending` again. Returns how many.
   */
  release(worker: string, keep: string[], now: number): Promise<number>

  /**
   * Moves scheduled notices whose time has come to `preparing`, and cancels previews and reminders of events that were
   * cancelled, withdrawn or are over.
   */
  wakeScheduled(now: number): Promise<void>
  /** The oldest notice in `preparing`, or null. */
  nextToPrepare(): Promise<string | null>
  /**
   * Looks at the next `limit` members of the notice's audience and adds a delivery for each, reserving a grant (`pending`) or
   * naming why not (`skipped`, `no_grant`). Moves the notice to `running` when there are no more. Safe to repeat.
   */
  prepareChunk(noticeId: string, limit: number, now: number): Promise<{ added: number; done: boolean }>
  /** The frozen words of a notice. */
  job(noticeId: string): Promise<NoticeJob>
  /**
   * Up to `limit` deliveries of running notices that are due, oldest notice first, all moved from `pending` to
   * `sending` in one transaction before this returns. Members who unsubscribed or were erased are skipped instead; who
   * has another delivery of the same template open is put off. In quiet hours only notices that may go out at night
   * count. With a rate, no more than there are free slots, each of which is given to one send of the whole fleet.
   */
  claim(worker: string, limit: number, now: number, ratePerSecond?: number | null): Promise<ClaimAnswer>
  /**
   * Records outcomes, in the order in which they came in. One for a delivery that is no longer this worker's is ignored
   * and counted. A run of errors, counted over all processes, pauses its notice: `paused` names it.
   */
  settle(worker: string, outcomes: Outcome[], now: number): Promise<{ ignored: number; paused: string[] }>
  /** Nothing is claimed before this instant, by any process: the day's quota is used up. */
  closeUntil(until: number): Promise<void>
  /** `running` → `finished` for each notice whose deliveries are over (`unknown` counts as over); returns how many. */
  finishDone(now: number): Promise<number>
  /** Stops a notice for good. What has not started is skipped by `sweepStopped`. */
  halt(noticeId: string, reason: DeliveryReason, now: number): Promise<boolean>
  /**
   * Skips up to `limit` deliveries that a halted or cancelled notice has left in `pending` and gives their grants
   * back; returns how many.
   */
  sweepStopped(limit: number, now: number): Promise<number>
  /** When the next delivery or scheduled notice may start, or null. It may lie in the past. */
  nextDue(now: number): Promise<number | null>

  /** Matches WeChat's sent-event by msgid, else by the one open delivery of member and template. */
  confirm(event: SentEvent, now: number): Promise<'matched' | 'no_match'>
  /** `unknown` for longer than `ageMs` becomes `unconfirmed`; returns how many. */
  closeOldUnknown(ageMs: number, now: number): Promise<number>
}

export interface SendRequest {
  openid: string
  templateId: string
  values: Record<string, string>
  page: string
  /** Whether a refused token may be renewed and the send made again at once: not when it has a slot of its own. */
  again?: boolean
}

/**
 * WeChat's answer, classified once (`server/wechat/errorTable`). The class decides what the engine does:
 * - `accepted`; - `member_no`: lasting no for this member; - `notice_no`: no member can get this notice (halt);
 * - `delivery_no`: this one send is refused, no retry; - `not_sent`: certainly not sent, try again no sooner than
 *   `waitMs` from now (`budget`: what pays; `daily`: nothing until the next day in Shanghai); - `uncertain`: may have
 *   been sent.
 */
export type SendResult =
  | { kind: 'accepted'; msgid: string | null }
  | { kind: 'member_no'; reason: DeliveryReason; grantGone: boolean }
  | { kind: 'notice_no'; reason: DeliveryReason }
  | { kind: 'delivery_no'; reason: DeliveryReason }
  | { kind: 'not_sent'; budget: Budget | 'daily'; waitMs: number; detail: string }
  | { kind: 'uncertain'; reason: DeliveryReason; detail: string }

export interface Messenger {
  /** Never throws: whatever happens on the wire is one of the results. */
  send(request: SendRequest): Promise<SendResult>
  /** Returns when a send could leave at once, so that sends with a slot do not gather behind a new token. */
  ready?(): Promise<void>
}

/** Tells the engine that there may be work. Losing a wake-up costs time, never a delivery. */
export interface Wakeup {
  notify(): void
  /** Returns how to stop listening. */
  subscribe(listener: () => void): () => void
  /** At most one wake-up is planned; an earlier one replaces a later one. `at` in milliseconds since the epoch. */
  schedule(at: number): void
  close(): Promise<void>
}

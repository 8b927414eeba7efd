import type { DeliveryReason, DeliveryState } from '../../../shared/domain/notice'

/** A delivery row as staff may see it; instants in milliseconds since the epoch. */
export interface StoredDelivery {
  id: string
  noticeId: string
  memberId: string
  state: DeliveryState
  reason: DeliveryReason | null
  attempts: number
  createdAt: number
  sendingAt: number | null
  settledAt: number | null
  /** When it is or was due; part of the order of a filtered list. */
  notBefore: number
}

/** What staff decided about a delivery, and how it stood before. */
export interface DeliveryDecided {
  at: number
  /** Name; null when the account is gone. */
  by: string | null
  note: string
  outcome: DeliveryState
  was: { state: DeliveryState; reason: DeliveryReason | null; settledAt: number | null }
}

/** Where a list goes on: after this member, or, of one state, after this place in the order in which rows came due. */
export type DeliveryPosition = { memberId: string } | { notBefore: number; id: string }

export interface DeliveryQuery {
  noticeId: string
  state?: DeliveryState
  reason?: DeliveryReason
  after: DeliveryPosition | null
  limit: number
}

export interface DeliveryStore {
  /** By member; when a state is asked for, in the order in which they came due. Never an offset. */
  list(query: DeliveryQuery): Promise<StoredDelivery[]>
  find(id: string): Promise<StoredDelivery | null>
  /** Decisions of staff about one delivery, oldest first. */
  decisions(id: string): Promise<DeliveryDecided[]>
}

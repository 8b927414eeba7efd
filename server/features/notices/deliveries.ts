import type { DeliveryTimeline, StaffDelivery } from '../../../shared/contract'
import type { DeliveryReason, DeliveryState } from '../../../shared/domain/notice'
import { AppError } from '../../kernel/errors'
import { auditOf, type Actor } from './actor'
import type { DeskDeps } from './decideNotice'
import { decodeDeliveryCursor, encodeDeliveryCursor } from './deliveryCursor'
import type { DeliveryStore, StoredDelivery } from './portsDeliveries'
import { iso, isoOrNull } from './presenter'
import { findNotice } from './showNotices'
import { stepsOf } from './timeline'

export interface DeliveryDeps extends DeskDeps {
  deliveries: DeliveryStore
}

export interface ListDeliveriesCommand {
  id: string
  state?: DeliveryState
  reason?: DeliveryReason
  cursor?: string
  limit: number
}

const presentDelivery = ({ createdAt, sendingAt, settledAt, ...row }: StoredDelivery): StaffDelivery => ({
  id: row.id,
  noticeId: row.noticeId,
  memberId: row.memberId,
  state: row.state,
  reason: row.reason,
  attempts: row.attempts,
  createdAt: iso(createdAt),
  sendingAt: isoOrNull(sendingAt),
  settledAt: isoOrNull(settledAt),
})

/** One page of a notice's deliveries. */
export async function listDeliveries(
  deps: DeliveryDeps,
  { id, state, reason, cursor, limit }: ListDeliveriesCommand,
): Promise<{ items: StaffDelivery[]; nextCursor: string | null }> {
  await findNotice(deps, id)
  const isByState = state !== undefined
  const after = cursor === undefined ? null : decodeDeliveryCursor(cursor, isByState)
  const found = await deps.deliveries.list({ noticeId: id, state, reason, after, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const isMore = found.length > page.length && last !== undefined
  return { items: page.map(presentDelivery), nextCursor: isMore ? encodeDeliveryCursor(last, isByState) : null }
}

/** @throws AppError delivery_not_found */
export async function showDelivery({ deliveries }: DeliveryDeps, id: string): Promise<DeliveryTimeline> {
  const delivery = await deliveries.find(id)
  if (delivery === null) throw new AppError('delivery_not_found')
  const decisions = await deliveries.decisions(id)
  return { delivery: presentDelivery(delivery), steps: stepsOf(delivery, decisions) }
}

export interface SettleCommand {
  id: string
  outcome: 'sent' | 'failed'
  note: string
}

/** Staff say what became of a send that nobody knows the end of; WeChat's own word may still correct it. */
export async function settleDelivery(
  deps: DeliveryDeps,
  { id, outcome, note }: SettleCommand,
  actor: Actor,
): Promise<DeliveryTimeline> {
  const found = await deps.deliveries.find(id)
  if (found === null) throw new AppError('delivery_not_found')
  const was = { state: found.state, reason: found.reason, settledAt: found.settledAt }
  const subject = { subjectType: 'delivery' as const, subjectId: id }
  const audit = auditOf(deps, actor, 'delivery.settle', subject, { outcome, note, was, noticeId: found.noticeId })
  if (!(await deps.desk.settle({ deliveryId: id, outcome, note }, audit))) throw new AppError('delivery_move')
  // What waited behind it may go now.
  deps.wakeup.notify()
  return showDelivery(deps, id)
}

import { noticeStatusesBefore, type NoticeStatus, type PauseReason } from '../../../shared/domain/notice'
import { deliveryStatesBefore, HELD_COLUMNS, moveDeliveries, toHeld } from './moves'
import { placeholders } from './sql'
import type { Transaction, Value } from './transaction'

/**
 * What staff decide about notices and deliveries. Each works on an open transaction, so that the audit entry commits
 * with it, and is false when the table of moves does not allow it from where the row stands.
 */
async function moveNotice(
  transaction: Transaction,
  noticeId: string,
  to: NoticeStatus,
  from: NoticeStatus[],
  set: string,
  values: Value[] = [],
): Promise<boolean> {
  const moved = await transaction.run(
    `UPDATE notice SET status = ?, ${set} WHERE id = ? AND status IN ${placeholders(from)}`,
    [to, ...values, noticeId, ...from],
  )
  return moved === 1
}

export const pauseNotice = (transaction: Transaction, noticeId: string, reason: PauseReason): Promise<boolean> =>
  moveNotice(transaction, noticeId, 'paused', noticeStatusesBefore('paused'), 'pause_reason = ?', [reason])

/** What was set for later when a backup was put back is set so again; its time may have come meanwhile. */
async function letGoRestored(transaction: Transaction, noticeId: string): Promise<boolean> {
  const moved = await transaction.run(
    `UPDATE notice SET status = 'scheduled', pause_reason = NULL, scheduled_at = COALESCE(scheduled_at, 0)
      WHERE id = ? AND status = 'draft' AND pause_reason = 'restored'`,
    [noticeId],
  )
  return moved === 1
}

export const resumeNotice = async (transaction: Transaction, noticeId: string): Promise<boolean> =>
  (await moveNotice(transaction, noticeId, 'running', ['paused'], 'pause_reason = NULL, error_run = 0')) ||
  (await letGoRestored(transaction, noticeId))

/** So many deliveries are settled in one transaction. */
const SETTLE_AT_ONCE = 500

/**
 * Settles deliveries of a notice that waited when the backup was made that was put back; returns how many. Who was
 * certainly not sent it gets the grant back, and can be followed up.
 */
export async function decideRestored(
  transaction: Transaction,
  noticeId: string,
  to: 'sent' | 'failed',
  now: number,
): Promise<number> {
  const rows = await transaction.all(
    `SELECT ${HELD_COLUMNS} FROM delivery AS t WHERE t.notice_id = ? AND t.state = 'unconfirmed'
      AND t.reason = 'restored' LIMIT ${SETTLE_AT_ONCE} ${transaction.sql.forUpdate}`,
    [noticeId],
  )
  const moves = rows.map(toHeld).map((delivery) => ({ delivery, to, reason: 'staff_decision' as const }))
  await moveDeliveries(transaction, moves, now)
  return moves.length
}

/** What has not started is skipped by `sweepStopped`, which also says when the notice is over. */
export const cancelNotice = (transaction: Transaction, noticeId: string): Promise<boolean> =>
  moveNotice(transaction, noticeId, 'cancelled', noticeStatusesBefore('cancelled'), 'pause_reason = NULL')

/** Only what nobody knows is for staff to decide: an accepted delivery fails by WeChat's own word alone. */
export async function decideDelivery(
  transaction: Transaction,
  deliveryId: string,
  to: 'sent' | 'failed',
  now: number,
): Promise<boolean> {
  const from = deliveryStatesBefore(to).filter((state) => state === 'unknown' || state === 'unconfirmed')
  const [row] = await transaction.all(
    `SELECT ${HELD_COLUMNS} FROM delivery AS t WHERE t.id = ? AND t.state IN ${placeholders(from)}
      ${transaction.sql.forUpdate}`,
    [deliveryId, ...from],
  )
  if (row === undefined) return false
  const delivery = toHeld(row)
  await moveDeliveries(transaction, [{ delivery, to, reason: 'staff_decision' }], now)
  // What waited behind it need not wait any longer.
  await transaction.run(
    `UPDATE delivery SET not_before = ? WHERE member_id = ? AND template_id = ? AND COALESCE(state, '') = 'pending'
      AND not_before > ?`,
    [now, delivery.memberId, delivery.templateId, now],
  )
  return true
}

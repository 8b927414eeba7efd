import {
  canMoveDelivery,
  DELIVERY_STATES,
  type DeliveryReason,
  type DeliveryState,
} from '../../../shared/domain/notice'
import type { GrantState } from '../entities/delivery'
import { grantMove } from './grantMoves'
import { changeBalances } from './grants'
import { number, placeholders, text } from './sql'
import type { Row, Transaction, Value } from './transaction'

/** The states from which the table of `shared/domain/notice` lets a delivery become `to`. */
export const deliveryStatesBefore = (to: DeliveryState): DeliveryState[] =>
  DELIVERY_STATES.filter((from) => canMoveDelivery(from, to))

/** A delivery row, read for change in the open transaction. */
export interface HeldDelivery {
  id: string
  memberId: string
  templateId: string
  state: DeliveryState
  grantState: GrantState
}

export const HELD_COLUMNS = 't.id, t.member_id, t.template_id, t.state, t.grant_state'

export const toHeld = (row: Row): HeldDelivery => ({
  id: String(row.id),
  memberId: String(row.member_id),
  templateId: String(row.template_id),
  state: row.state as DeliveryState,
  grantState: row.grant_state as GrantState,
})

export interface DeliveryMove {
  delivery: HeldDelivery
  to: DeliveryState
  reason: DeliveryReason | null
  msgid?: string | null
  grantGone?: boolean
  /** For `pending`: when it is due again, and what the try has used. */
  notBefore?: number
  used?: { attempt: number; token: number; rate: number }
}

const UPDATE = {
  table: 'delivery',
  columns: [
    text('of_delivery'),
    text('from_state'),
    text('to_state'),
    text('to_reason'),
    text('to_msgid'),
    text('to_grant'),
    number('to_not_before'),
    number('add_attempts'),
    number('add_token_waits'),
    number('add_rate_waits'),
    number('is_settled'),
    number('stays_open'),
  ],
  on: 't.id = j.of_delivery',
  set: `state = j.to_state, reason = j.to_reason, msgid = COALESCE(j.to_msgid, msgid), grant_state = j.to_grant,
    not_before = COALESCE(j.to_not_before, not_before), attempts = attempts + j.add_attempts,
    token_waits = token_waits + j.add_token_waits, rate_waits = rate_waits + j.add_rate_waits,
    open_key = CASE WHEN j.stays_open = 1 THEN open_key ELSE NULL END, worker_id = NULL,
    settled_at = CASE WHEN j.is_settled = 1 THEN ? ELSE NULL END`,
  where: 't.state = j.from_state',
}

/**
 * Moves deliveries out of the state in which this transaction read them, together with their grants. All or nothing:
 * throws when the table does not allow a move or a row is no longer what it was.
 */
export async function moveDeliveries(transaction: Transaction, moves: DeliveryMove[], now: number): Promise<void> {
  if (moves.length === 0) return
  const planned = moves.map((entry) => ({
    ...entry,
    grant: grantMove(entry.delivery.grantState, entry.to, entry.grantGone),
  }))
  const rows = planned.map(({ delivery, to, reason, msgid, notBefore, used, grant }): Value[] => {
    if (!canMoveDelivery(delivery.state, to)) throw new Error(`a delivery may not move ${delivery.state} → ${to}`)
    const spent = used ?? { attempt: 0, token: 0, rate: 0 }
    return [
      delivery.id,
      delivery.state,
      to,
      reason,
      msgid ?? null,
      grant.to,
      notBefore ?? null,
      spent.attempt,
      spent.token,
      spent.rate,
      to === 'pending' ? 0 : 1,
      to === 'unknown' ? 1 : 0,
    ]
  })
  const moved = await transaction.updateJoined(UPDATE, rows, [now])
  if (moved !== rows.length) throw new Error(`${moved} of ${rows.length} deliveries moved; nothing is changed`)
  await changeBalances(
    transaction,
    planned.map(({ delivery, grant }) => ({ ...delivery, move: grant })),
    now,
  )
}

/** Deliveries that meet a condition (table `t`), held until the transaction ends. */
export async function holdDeliveries(
  transaction: Transaction,
  states: DeliveryState[],
  condition: string,
  values: Value[],
  limit: number,
): Promise<HeldDelivery[]> {
  const rows = await transaction.all(
    `SELECT ${HELD_COLUMNS} FROM delivery AS t WHERE t.state IN ${placeholders(states)} AND ${condition}
      LIMIT ${limit} ${transaction.sql.forUpdate}`,
    [...states, ...values],
  )
  return rows.map(toHeld)
}

import type { GrantMove } from './grantMoves'
import { number, text } from './sql'
import type { Transaction, Value } from './transaction'

export interface BalanceChange {
  memberId: string
  templateId: string
  move: GrantMove
}

const UPDATE = {
  table: 'grant_balance',
  columns: [
    text('of_member'),
    text('of_template'),
    number('add_available'),
    number('add_reserved'),
    number('add_spent'),
    number('is_zero'),
  ],
  on: 't.member_id = j.of_member AND t.template_id = j.of_template',
  set: `available = CASE WHEN j.is_zero = 1 THEN 0 ELSE available + j.add_available END,
    reserved = reserved + j.add_reserved, spent = spent + j.add_spent, updated_at = ?`,
  // A balance below zero would mean that a grant was used twice: such a change is not made.
  where: 't.reserved + j.add_reserved >= 0 AND t.available + j.add_available >= 0',
}

const changes = (move: GrantMove): boolean =>
  move.zero || move.available !== 0 || move.reserved !== 0 || move.spent !== 0

/**
 * Applies moves to the balances, in the transaction that moves their deliveries. Several moves of one balance are
 * added up first, because a joined update touches a row once. Returns how many balances changed; fewer than asked when
 * a member was erased with the balance.
 */
export async function changeBalances(transaction: Transaction, list: BalanceChange[], now: number): Promise<number> {
  const sums = new Map<string, BalanceChange>()
  for (const { memberId, templateId, move } of list) {
    if (!changes(move)) continue
    const key = `${memberId}:${templateId}`
    const sum = sums.get(key)
    if (sum === undefined) {
      sums.set(key, { memberId, templateId, move: { ...move } })
    } else {
      sum.move.available += move.available
      sum.move.reserved += move.reserved
      sum.move.spent += move.spent
      sum.move.zero ||= move.zero
    }
  }
  const rows = [...sums.entries()]
    // Every worker takes the rows in the same order, so that two of them rarely wait for each other in a circle.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { memberId, templateId, move }]): Value[] => [
      memberId,
      templateId,
      move.available,
      move.reserved,
      move.spent,
      move.zero ? 1 : 0,
    ])
  return transaction.updateJoined(UPDATE, rows, [now])
}

import type { GrantMove } from './grantMoves'
import type { Transaction } from './transaction'

export interface BalanceChange {
  memberId: string
  templateId: string
  move: GrantMove
}

/** A balance below zero would mean that a grant was used twice: such a change is not made. */
const UPDATE = {
  table: 'grant_balance',
  key: 't.member_id',
  set: 'available = available + ?, reserved = reserved + ?, spent = spent + ?, updated_at = ?',
  where: 't.template_id = ? AND t.reserved + ? >= 0 AND t.available + ? >= 0',
}

const UPDATE_TO_ZERO = {
  ...UPDATE,
  set: 'available = 0, reserved = reserved + ?, spent = spent + ?, updated_at = ?',
  where: 't.template_id = ? AND t.reserved + ? >= 0',
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
  // Alike changes are one statement. Every worker takes the rows in the same order, so that two of them rarely wait for
  // each other in a circle.
  const alike = new Map<string, { templateId: string; move: GrantMove; members: string[] }>()
  for (const { memberId, templateId, move } of sums.values()) {
    const key = `${templateId}:${move.available}:${move.reserved}:${move.spent}:${move.zero}`
    const group = alike.get(key)
    if (group === undefined) alike.set(key, { templateId, move, members: [memberId] })
    else group.members.push(memberId)
  }
  let changed = 0
  for (const [, { templateId, move, members }] of [...alike].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { available, reserved, spent, zero } = move
    members.sort()
    changed += zero
      ? await transaction.updateKeyed(UPDATE_TO_ZERO, members, [reserved, spent, now], [templateId, reserved])
      : await transaction.updateKeyed(
          UPDATE,
          members,
          [available, reserved, spent, now],
          [templateId, reserved, available],
        )
  }
  return changed
}

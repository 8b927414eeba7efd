import type { GrantMove } from './grantMoves'
import type { Transaction } from './transaction'

export interface BalanceChange {
  memberId: string
  templateId: string
  move: GrantMove
}

/** A balance below zero would mean that a grant was used twice: such a change is not made. */
const ADD = {
  table: 'grant_balance',
  key: 't.member_id',
  set: 'available = available + ?, updated_at = ?',
  where: 't.template_id = ? AND t.available + ? >= 0',
}

const TO_ZERO = { ...ADD, set: 'available = 0, updated_at = ?', where: 't.template_id = ?' }

/**
 * Applies moves to the balances, in the transaction that moves their deliveries. Several moves of one balance are
 * added up first, because an update touches a row once. Returns how many balances changed; fewer than asked when a
 * member was erased with the balance.
 */
export async function changeBalances(transaction: Transaction, list: BalanceChange[], now: number): Promise<number> {
  const sums = new Map<string, BalanceChange>()
  for (const { memberId, templateId, move } of list) {
    if (!move.zero && move.available === 0) continue
    const key = `${memberId}:${templateId}`
    const sum = sums.get(key)
    if (sum === undefined) {
      sums.set(key, { memberId, templateId, move: { ...move } })
    } else {
      sum.move.available += move.available
      sum.move.zero ||= move.zero
    }
  }
  // Alike changes are one statement. Every worker takes the rows in the same order, so that two of them rarely wait for
  // each other in a circle.
  const alike = new Map<string, { templateId: string; move: GrantMove; members: string[] }>()
  for (const { memberId, templateId, move } of sums.values()) {
    const key = `${templateId}:${move.zero ? 'zero' : move.available}`
    const group = alike.get(key)
    if (group === undefined) alike.set(key, { templateId, move, members: [memberId] })
    else group.members.push(memberId)
  }
  let changed = 0
  for (const [, { templateId, move, members }] of [...alike].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { available, zero } = move
    members.sort()
    changed += zero
      ? await transaction.updateKeyed(TO_ZERO, members, [now], [templateId])
      : await transaction.updateKeyed(ADD, members, [available, now], [templateId, available])
  }
  return changed
}

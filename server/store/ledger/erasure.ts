import { HELD_COLUMNS, moveDeliveries, toHeld } from './moves'
import type { Transaction } from './transaction'

/**
 * Takes a member out of the ledger: what was not sent is skipped and its grants go back, and every row stands under its
 * own id from now on, so that counts stay true and nothing leads from one row to another or to a member. A row in
 * `sending` stays its worker's, who finds it by its id; one that comes back to `pending` is skipped by the next claim,
 * which finds no member. A sent-event finds none of them any more.
 */
export async function forgetDeliveries(transaction: Transaction, memberId: string, now: number): Promise<void> {
  const rows = await transaction.all(
    `SELECT ${HELD_COLUMNS} FROM delivery AS t WHERE t.member_id = ? ORDER BY t.id ${transaction.sql.forUpdate}`,
    [memberId],
  )
  if (rows.length === 0) return
  const unsent = rows.map(toHeld).filter(({ state }) => state === 'pending')
  await moveDeliveries(
    transaction,
    unsent.map((delivery) => ({ delivery, to: 'skipped' as const, reason: 'erased' as const })),
    now,
  )
  await transaction.run(
    `UPDATE delivery SET open_key = CASE WHEN open_key IS NULL THEN NULL ELSE id END, msgid = NULL, member_id = id
      WHERE member_id = ?`,
    [memberId],
  )
}

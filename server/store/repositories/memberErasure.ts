import type { MemberErasure } from '../../features/members/ports'
import type { Database } from '../database'
import { forgetDeliveries } from '../ledger/erasure'
import { transactOn, type Transaction } from '../ledger/transaction'

/** Every table whose rows are the member's alone. `delivery` keeps its rows for the counts, under no member. */
const OWN_TABLES = [
  'member_session',
  'member_topic',
  'grant_balance',
  'grant_answer',
  'member_consent',
  'member_event_choice',
  'staff_binding',
]

/** Whom a preparation that is over looked at last is of no more use. Found first: an update would wait at each notice. */
async function forgetCursor(transaction: Transaction, memberId: string): Promise<void> {
  const rows = await transaction.all(
    "SELECT id FROM notice WHERE prepared_to = ? AND status NOT IN ('draft', 'scheduled', 'preparing')",
    [memberId],
  )
  for (const { id = null } of rows) {
    await transaction.run('UPDATE notice SET prepared_to = NULL WHERE id = ?', [id])
  }
}

type Who = Parameters<MemberErasure['erase']>[0]

async function eraseRows(transaction: Transaction, who: Who, now: number): Promise<string | null> {
  const [column, value] = 'openid' in who ? ['openid', who.openid] : ['id', who.memberId]
  // Whoever writes rows of a member locks this one first, so nothing is added behind our back.
  const [member] = await transaction.all(`SELECT id FROM member WHERE ${column} = ? ${transaction.sql.forUpdate}`, [
    value,
  ])
  if (member === undefined) return null
  const memberId = String(member.id)
  await forgetDeliveries(transaction, memberId, now)
  for (const table of OWN_TABLES) await transaction.run(`DELETE FROM ${table} WHERE member_id = ?`, [memberId])
  await forgetCursor(transaction, memberId)
  await transaction.run('DELETE FROM member WHERE id = ?', [memberId])
  return memberId
}

/**
 * A preparation that read its next members before the erasure committed may have added one more row afterwards. It holds
 * its notice until it commits: once these are ours, every such row is there to be found.
 */
async function eraseLate(transaction: Transaction, memberId: string, now: number): Promise<void> {
  await transaction.all(`SELECT id FROM notice WHERE status = 'preparing' ${transaction.sql.forUpdate}`)
  await forgetDeliveries(transaction, memberId, now)
  await forgetCursor(transaction, memberId)
}

export function createMemberErasure(database: Database): MemberErasure {
  const transact = transactOn(database)
  return {
    async erase(who, now) {
      const memberId = await transact((transaction) => eraseRows(transaction, who, now))
      if (memberId === null) return false
      await transact((transaction) => eraseLate(transaction, memberId, now))
      return true
    },
  }
}

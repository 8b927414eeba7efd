import { newId } from '../../kernel/ids'
import type { NoticeKind } from '../../../shared/domain/notice'
import { TEMPLATE_OF_NOTICE, TOPIC_OF_TEMPLATE } from '../../../shared/domain/topics'
import { RESERVE } from './grantMoves'
import { changeBalances } from './grants'
import { number, text } from './sql'
import type { Read, Row, Transact, Transaction, Value } from './transaction'

/** The topic that a member must have turned on to be told by a notice of this kind. */
export const topicOf = (kind: NoticeKind) => TOPIC_OF_TEMPLATE[TEMPLATE_OF_NOTICE[kind]]

const BALANCE_KEYS = [text('of_member')]
const NEW_ROWS = [
  text('new_id'),
  text('of_member'),
  text('to_state'),
  text('to_reason'),
  text('to_grant'),
  number('settled'),
]

async function nextMembers(transaction: Transaction, notice: Row, limit: number): Promise<string[]> {
  const rows = await transaction.all(
    `SELECT member_id FROM member_topic WHERE topic = ? AND subscribed = 1 AND member_id > ?
      ORDER BY member_id LIMIT ${limit}`,
    [topicOf(notice.kind as NoticeKind), notice.prepared_to ?? ''],
  )
  return rows.map((row) => String(row.member_id))
}

/** Which of these members hold a grant; their balances are held until the transaction ends. */
async function withGrant(transaction: Transaction, members: string[], templateId: Value): Promise<Set<string>> {
  const { sql } = transaction
  const rows = await transaction.all(
    `SELECT b.member_id FROM ${sql.rows(BALANCE_KEYS)} ${sql.joinInOrder} grant_balance AS b
      ON b.member_id = j.of_member AND b.template_id = ? WHERE b.available > 0 ${sql.forUpdate}`,
    [JSON.stringify(members.map((id) => [id])), templateId],
  )
  return new Set(rows.map((row) => String(row.member_id)))
}

async function addRows(transaction: Transaction, notice: Row, members: string[], now: number): Promise<void> {
  const templateId = String(notice.template_id)
  const granted = await withGrant(transaction, members, templateId)
  const changed = await changeBalances(
    transaction,
    [...granted].map((memberId) => ({ memberId, templateId, move: RESERVE })),
    now,
  )
  if (changed !== granted.size) throw new Error('a grant went while it was being reserved')
  const rows = members.map((member): Value[] =>
    granted.has(member)
      ? [newId(), member, 'pending', null, 'reserved', null]
      : [newId(), member, 'skipped', 'no_grant', 'none', now],
  )
  await transaction.run(
    `INSERT INTO delivery (id, notice_id, member_id, template_id, state, reason, grant_state, attempts, token_waits,
        rate_waits, not_before, created_at, settled_at)
      SELECT j.new_id, ?, j.of_member, ?, j.to_state, j.to_reason, j.to_grant, 0, 0, 0, ?, ?, j.settled
      FROM ${transaction.sql.rows(NEW_ROWS)}`,
    [notice.id ?? null, templateId, now, now, JSON.stringify(rows)],
  )
}

/** Freezes the audience as rows, chunk by chunk; where it stands moves in the transaction that adds the rows. */
export const preparationOn = (transact: Transact, read: Read) => ({
  wakeScheduled: (now: number) =>
    transact(async (transaction) => {
      await transaction.run("UPDATE notice SET status = 'preparing' WHERE status = 'scheduled' AND scheduled_at <= ?", [
        now,
      ])
    }),

  nextToPrepare: async () => {
    const rows = await read("SELECT id FROM notice WHERE status = 'preparing' ORDER BY created_at, id LIMIT 1")
    return rows[0] === undefined ? null : String(rows[0].id)
  },

  prepareChunk: (noticeId: string, limit: number, now: number) =>
    transact(async (transaction) => {
      const [notice] = await transaction.all(
        `SELECT id, kind, template_id, prepared_to FROM notice WHERE id = ? AND status = 'preparing'
          ${transaction.sql.forUpdate}`,
        [noticeId],
      )
      if (notice === undefined) return { added: 0, done: true }
      const members = await nextMembers(transaction, notice, limit)
      if (members.length > 0) await addRows(transaction, notice, members, now)
      const done = members.length < limit
      await transaction.run(
        done
          ? "UPDATE notice SET prepared_to = COALESCE(?, prepared_to), status = 'running', started_at = ? WHERE id = ?"
          : 'UPDATE notice SET prepared_to = COALESCE(?, prepared_to), started_at = ? WHERE id = ?',
        [members.at(-1) ?? null, now, noticeId],
      )
      return { added: members.length, done }
    }),
})

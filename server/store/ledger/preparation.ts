import { TEST_LIFE_MS } from '../../../shared/domain/noticeTest'
import { newId } from '../../kernel/ids'
import { AUDIENCE_COLUMNS, nextMembers, toAudienceOf } from './audience'
import { RESERVE } from './grantMoves'
import { changeBalances } from './grants'
import { text } from './sql'
import type { Read, Row, Transact, Transaction, Value } from './transaction'

const BALANCE_KEYS = [text('of_member')]
type NewState = [state: string, reason: string | null, grant: string, settledAt: number | null]

const NEW_ROWS = [text('new_id'), text('of_member')]

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
  const add = async (list: string[], [state, reason, grant, settledAt]: NewState): Promise<void> => {
    if (list.length === 0) return
    const rows = list.map((member) => [newId(), member])
    // Due from the start: a worker whose clock is ahead must not make anybody wait.
    await transaction.run(
      `INSERT INTO delivery (id, notice_id, member_id, template_id, state, reason, grant_state, attempts, token_waits,
          rate_waits, not_before, created_at, settled_at)
        SELECT j.new_id, ?, j.of_member, ?, ?, ?, ?, 0, 0, 0, 0, ?, ? FROM ${transaction.sql.rows(NEW_ROWS)}`,
      [notice.id ?? null, templateId, state, reason, grant, now, settledAt, JSON.stringify(rows)],
    )
  }
  const isGranted = (member: string) => granted.has(member)
  await add(members.filter(isGranted), ['pending', null, 'reserved', null])
  await add(
    members.filter((member) => !isGranted(member)),
    ['skipped', 'no_grant', 'none', now],
  )
}

/** A follow-up takes nobody while an older notice of its chain may still add people. */
const WAITS = `(audience = 'follow_up' AND EXISTS (SELECT 1 FROM notice AS o
  WHERE (o.id = notice.follows_up OR o.follows_up = notice.follows_up) AND o.id < notice.id
    AND o.status IN ('draft', 'scheduled', 'preparing')))`

/** A reminder or a preview of an event that was cancelled, withdrawn or is over reaches nobody any more. */
const POINTLESS = `kind IN ('preview', 'reminder') AND status IN ('scheduled', 'preparing', 'running', 'paused')
  AND EXISTS (SELECT 1 FROM event AS e JOIN article AS a ON a.id = e.article_id WHERE e.article_id = notice.article_id
    AND (e.decision = 'cancelled' OR e.ends_at <= ? OR a.status = 'withdrawn'))`

/** A test that nobody could send in time: its author has put the phone away. */
const STALE_TEST = `audience = 'self' AND status IN ('running', 'paused') AND created_at <= ?`

/** Freezes the audience as rows, chunk by chunk; where it stands moves in the transaction that adds the rows. */
export const preparationOn = (transact: Transact, read: Read) => ({
  wakeScheduled: async (now: number) => {
    const due = "status = 'scheduled' AND scheduled_at <= ?"
    const [work] = await read(`SELECT id FROM notice WHERE (${due}) OR (${POINTLESS}) OR (${STALE_TEST}) LIMIT 1`, [
      now,
      now,
      now - TEST_LIFE_MS,
    ])
    if (work === undefined) return
    await transact(async (transaction) => {
      await transaction.run(`UPDATE notice SET status = 'cancelled', pause_reason = NULL WHERE ${STALE_TEST}`, [
        now - TEST_LIFE_MS,
      ])
      // Its rows, if it has any, are skipped by `sweepStopped`, which also says when it is over.
      await transaction.run(`UPDATE notice SET status = 'cancelled', pause_reason = NULL WHERE ${POINTLESS}`, [now])
      await transaction.run(`UPDATE notice SET status = 'preparing' WHERE ${due}`, [now])
    })
  },

  nextToPrepare: async () => {
    const rows = await read(
      `SELECT id FROM notice WHERE status = 'preparing' AND NOT ${WAITS} ORDER BY created_at, id LIMIT 1`,
    )
    return rows[0] === undefined ? null : String(rows[0].id)
  },

  prepareChunk: (noticeId: string, limit: number, now: number) =>
    transact(async (transaction) => {
      const [notice] = await transaction.all(
        `SELECT ${AUDIENCE_COLUMNS}, prepared_to FROM notice WHERE id = ? AND status = 'preparing'
          ${transaction.sql.forUpdate}`,
        [noticeId],
      )
      if (notice === undefined) return { added: 0, done: true }
      const members = await nextMembers(transaction, toAudienceOf(notice), String(notice.prepared_to ?? ''), limit)
      // It waits for another of its chain; `nextToPrepare` names it again when its turn has come.
      if (members === null) return { added: 0, done: true }
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

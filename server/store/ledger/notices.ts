import type { NoticeJob } from '../../delivery/ports'
import { noticeStatusesBefore, type DeliveryReason, type NoticeKind } from '../../../shared/domain/notice'
import { NOTICE_RULES_SETTING, quietUntil, readNoticeRules } from '../../../shared/domain/noticeRules'
import { moveDeliveries, toHeld, HELD_COLUMNS } from './moves'
import { placeholders } from './sql'
import type { Read, Row, Transact } from './transaction'

/** What is sending is found among the few that have an open key, on every database; `COALESCE` keeps it to that way. */
const NOT_OVER = `(EXISTS (SELECT 1 FROM delivery AS d WHERE d.notice_id = notice.id AND d.state = 'pending')
  OR EXISTS (SELECT 1 FROM delivery AS d WHERE d.open_key > '' AND COALESCE(d.notice_id, '') = notice.id
    AND d.state = 'sending'))`

/** When the first waiting delivery of a notice may start, by its own time, the day's quota and the quiet hours. */
function mayStartAt(row: Row, now: number): number {
  const due = Math.max(Number(row.due), Number(row.closed_until ?? 0))
  if (Number(row.at_night) === 1) return due
  const { quietHours } = readNoticeRules(row.rules === null ? null : String(row.rules))
  return quietUntil(quietHours, Math.max(due, now)) ?? due
}

/** Notices as the engine sees them: what to send, when one is over, how one stops. */
export const noticesOn = (transact: Transact, read: Read, account: string) => ({
  job: async (noticeId: string): Promise<NoticeJob> => {
    const [row] = await read('SELECT kind, template_id, template_values, page FROM notice WHERE id = ?', [noticeId])
    if (row === undefined) throw new Error(`no notice ${noticeId}`)
    return {
      id: noticeId,
      kind: row.kind as NoticeKind,
      templateId: String(row.template_id),
      values: JSON.parse(String(row.template_values)) as Record<string, string>,
      page: String(row.page),
    }
  },

  finishDone: (now: number) =>
    transact((transaction) =>
      transaction.run(
        `UPDATE notice SET status = 'finished', finished_at = ? WHERE status = 'running' AND NOT ${NOT_OVER}`,
        [now],
      ),
    ),

  halt: (noticeId: string, reason: DeliveryReason, now: number) =>
    transact(async (transaction) => {
      const from = noticeStatusesBefore('halted')
      const halted = await transaction.run(
        `UPDATE notice SET status = 'halted', halt_reason = ?, started_at = COALESCE(started_at, ?)
          WHERE id = ? AND status IN ${placeholders(from)}`,
        [reason, now, noticeId, ...from],
      )
      return halted === 1
    }),

  sweepStopped: (limit: number, now: number) =>
    transact(async (transaction) => {
      const [notice] = await transaction.all(
        `SELECT id, status FROM notice WHERE status IN ('halted', 'cancelled') AND finished_at IS NULL LIMIT 1`,
      )
      if (notice === undefined) return 0
      const rows = await transaction.all(
        `SELECT ${HELD_COLUMNS} FROM delivery AS t WHERE t.notice_id = ? AND t.state = 'pending'
          LIMIT ${limit} ${transaction.sql.forUpdate}`,
        [notice.id ?? null],
      )
      const reason = notice.status === 'halted' ? ('notice_halted' as const) : ('notice_cancelled' as const)
      const moves = rows.map(toHeld).map((delivery) => ({ delivery, to: 'skipped' as const, reason }))
      await moveDeliveries(transaction, moves, now)
      // Over for good only when nothing is on its way either: what is in `sending` may yet come back to `pending`.
      await transaction.run(`UPDATE notice SET finished_at = ? WHERE id = ? AND NOT ${NOT_OVER}`, [
        now,
        notice.id ?? null,
      ])
      return rows.length
    }),

  nextDue: async (now: number) => {
    const [scheduled] = await read("SELECT MIN(scheduled_at) AS due FROM notice WHERE status = 'scheduled'")
    const running = await read(
      `SELECT n.at_night, (SELECT value FROM setting WHERE name = ?) AS rules,
          (SELECT closed_until FROM send_pace WHERE account = ?) AS closed_until,
          (SELECT MIN(d.not_before) FROM delivery AS d WHERE d.notice_id = n.id AND d.state = 'pending') AS due
        FROM notice AS n WHERE n.status = 'running'`,
      [NOTICE_RULES_SETTING, account],
    )
    const times = running.filter((row) => row.due !== null).map((row) => mayStartAt(row, now))
    if (scheduled !== undefined && scheduled.due !== null) times.push(Number(scheduled.due))
    return times.length === 0 ? null : Math.min(...times)
  },
})

import type { EntityManager } from 'typeorm'
import type { RetentionStore } from '../../features/retention/ports'
import { DAY_MS } from '../../../shared/domain/time'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'

type Row = Record<string, string | number | null>

const TURN = 'retention'
const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** Nothing becomes of these any more but by WeChat's late word, which no longer comes. */
const SETTLED = "('sent', 'rejected', 'failed', 'unconfirmed', 'skipped')"

/** Notices that were over before, about events that were too: whom they told decides nothing any more. */
const LONG_OVER = `SELECT n.id FROM notice AS n
  WHERE n.status IN ('finished', 'cancelled', 'halted') AND n.finished_at <= ?
    AND NOT EXISTS (SELECT 1 FROM event AS e WHERE e.article_id = n.article_id AND e.ends_at > ?)
    AND EXISTS (SELECT 1 FROM delivery AS d WHERE d.notice_id = n.id AND d.state IN ${SETTLED})
  ORDER BY n.finished_at LIMIT 1`

const OVER_FOR = `NOT EXISTS (SELECT 1 FROM event AS e WHERE e.article_id = member_event_choice.article_id AND e.ends_at > ?)`

export function createRetentionStore(database: Database): RetentionStore {
  const ignore = database.isMysql ? 'INSERT IGNORE' : 'INSERT OR IGNORE'
  const lock = database.isMysql ? 'FOR UPDATE' : ''
  const onTotal = database.isMysql
    ? 'ON DUPLICATE KEY UPDATE total = total + VALUES(total)'
    : 'ON CONFLICT (notice_id, state, reason) DO UPDATE SET total = total + excluded.total'

  const run = (sql: string, values: unknown[]): Promise<number> =>
    database.write((manager) => affectedRows(manager, sql, values))

  /** MySQL reads no table that it deletes from, but for a derived one. */
  const removeSome = (table: string, key: string, where: string, values: unknown[], limit: number): Promise<number> =>
    run(
      `DELETE FROM ${table} WHERE ${key} IN
        (SELECT ${key} FROM (SELECT ${key} FROM ${table} WHERE ${where} LIMIT ${limit}) AS old)`,
      values,
    )

  async function fold(manager: EntityManager, noticeId: string, limit: number): Promise<number> {
    const rows: Row[] = await manager.query(
      `SELECT id, state, reason FROM delivery WHERE notice_id = ? AND state IN ${SETTLED} LIMIT ${limit} ${lock}`,
      [noticeId],
    )
    const totals = new Map<string, [state: string, reason: string, total: number]>()
    for (const row of rows) {
      const [state, reason] = [String(row.state), String(row.reason ?? '')]
      const before = totals.get(`${state}:${reason}`)?.[2] ?? 0
      totals.set(`${state}:${reason}`, [state, reason, before + 1])
    }
    for (const total of totals.values()) {
      await manager.query(
        `INSERT INTO delivery_total (notice_id, state, reason, total) VALUES (?, ?, ?, ?) ${onTotal}`,
        [noticeId, ...total],
      )
    }
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) await manager.query(`DELETE FROM delivery WHERE id IN (${marks(ids)})`, ids)
    return ids.length
  }

  return {
    async takeTurn(since, now) {
      await run(`${ignore} INTO setting (name, value, updated_at) VALUES (?, '', 0)`, [TURN])
      return (
        (await run('UPDATE setting SET updated_at = ? WHERE name = ? AND updated_at <= ?', [now, TURN, since])) === 1
      )
    },

    async tryAgainAt(at) {
      await run('UPDATE setting SET updated_at = ? WHERE name = ?', [at - DAY_MS, TURN])
    },

    removeSessions: (endedBefore, limit) =>
      removeSome('member_session', 'token_hash', 'expires_at <= ?', [endedBefore], limit),

    removeAnswers: (before, limit) => removeSome('grant_answer', 'id', 'at <= ?', [before], limit),

    removeEventChoices: (endedBefore) =>
      run(`DELETE FROM member_event_choice WHERE updated_at <= ? AND ${OVER_FOR}`, [endedBefore, endedBefore]),

    removeCallbacks: (before, limit) => removeSome('wechat_event', 'dedupe_key', 'received_at <= ?', [before], limit),

    foldDeliveries: (before, limit) =>
      database.write(async (manager) => {
        let folded = 0
        while (folded < limit) {
          const [notice]: Row[] = await manager.query(LONG_OVER, [before, before])
          if (notice === undefined) return folded
          folded += await fold(manager, String(notice.id), limit - folded)
        }
        return folded
      }),

    clearCursors: () =>
      run(
        `UPDATE notice SET prepared_to = NULL
          WHERE prepared_to IS NOT NULL AND status NOT IN ('draft', 'scheduled', 'preparing')`,
        [],
      ),
  }
}

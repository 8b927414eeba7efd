import type { BackupRun, BackupRuns } from '../../features/backup/ports'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import { BackupRunEntity, type BackupRunRow } from '../entities'
import { isDuplicate } from '../isDuplicate'
import { recordAudit } from './audit'

const LOST = 'backup_lost'
/** Older runs tell nobody anything. */
const KEPT_RUNS = 200

const withoutKey = ({ runningKey: _, ...run }: BackupRunRow): BackupRun => run

/** The one place is a unique key: of two processes that begin at once, one is refused by it. */
export const createBackupRuns = (database: Database): BackupRuns => {
  const endOf = async (state: 'done' | 'failed'): Promise<number | null> => {
    const [row] = await database.read.query<{ at: number | string | null }[]>(
      "SELECT MAX(finished_at) AS at FROM backup_run WHERE task = 'backup' AND state = ?",
      [state],
    )
    return row === undefined || row.at === null ? null : Number(row.at)
  }

  return {
    async begin(run, { now, lostBefore, unlessSince }) {
      const row: BackupRunRow = {
        ...run,
        ...{ state: 'running', runningKey: '1', phase: 'tables', done: 0, total: 0, error: null },
        ...{ startedAt: now, seenAt: now, finishedAt: null },
      }
      try {
        return await database.write(async (manager) => {
          await affectedRows(
            manager,
            `UPDATE backup_run SET state = 'failed', running_key = NULL, error = ?, finished_at = ?
              WHERE running_key = '1' AND seen_at <= ?`,
            [LOST, now, lostBefore],
          )
          if (unlessSince !== undefined) {
            const later: unknown[] = await manager.query(
              "SELECT id FROM backup_run WHERE task = 'backup' AND state <> 'failed' AND started_at > ? LIMIT 1",
              [unlessSince],
            )
            if (later.length > 0) return null
          }
          await manager.insert(BackupRunEntity, row)
          const [last]: { id: string }[] = await manager.query(
            `SELECT id FROM backup_run ORDER BY id DESC LIMIT 1 OFFSET ${KEPT_RUNS}`,
          )
          if (last !== undefined) await manager.query('DELETE FROM backup_run WHERE id <= ?', [last.id])
          return withoutKey(row)
        })
      } catch (error) {
        if (isDuplicate(error)) return null
        throw error
      }
    },

    async progress(id, { phase, done, total }, now) {
      await database.write((manager) =>
        affectedRows(
          manager,
          `UPDATE backup_run SET phase = ?, done = ?, total = ?, seen_at = ? WHERE id = ? AND running_key = '1'`,
          [phase, done, total, now, id],
        ),
      )
    },

    end: (id, { error, now }, audit) =>
      database.write(async (manager) => {
        await affectedRows(
          manager,
          `UPDATE backup_run SET state = ?, running_key = NULL, error = ?, finished_at = ?, seen_at = ? WHERE id = ?`,
          [error === null ? 'done' : 'failed', error, now, now, id],
        )
        if (audit !== null) await recordAudit(manager, audit)
      }),

    async recent(limit) {
      const rows = await database.read.find(BackupRunEntity, { order: { startedAt: 'DESC', id: 'DESC' }, take: limit })
      return rows.map(withoutKey)
    },

    lastEnds: async () => ({ done: await endOf('done'), failed: await endOf('failed') }),
    record: (audit) => database.write((manager) => recordAudit(manager, audit)),
  }
}

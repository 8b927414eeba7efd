import type { EntityManager } from 'typeorm'
import type { RestoreFacts, Settled } from '../../features/backup/ports'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import { SettingEntity } from '../entities'
import { recordAudit } from '../repositories/audit'

/** What was put back, for who looks at the house afterwards. */
export const RESTORED_SETTING = 'restored'
/** Says of what make the search index is. */
const SEARCH_SETTING = 'search_index'

const NOT_OVER = "('preparing', 'running', 'paused')"

/**
 * What was under way when the backup was made may have been sent since, or may be sent by the house that it is a copy of.
 * Nothing of it goes on by itself:
 *
 * - What waited is `unconfirmed`: never sent, not followed up, for staff to settle. Its grant stays reserved until then.
 * - What was being sent is `unknown`, as after the death of its worker.
 * - Notices on their way end; those set for later become drafts that staff let go or cancel; articles lose their time.
 */
async function settleLedger(manager: EntityManager, now: number): Promise<Omit<Settled, 'unscheduled'>> {
  const run = (sql: string, values: unknown[]) => affectedRows(manager, sql, values)
  const sending = await run(
    `UPDATE delivery SET state = 'unknown', reason = 'worker_lost', settled_at = ?, worker_id = NULL,
        grant_state = CASE WHEN grant_state = 'reserved' THEN 'spent' ELSE grant_state END
      WHERE state = 'sending'`,
    [now],
  )
  const waiting = await run(
    `UPDATE delivery SET state = 'unconfirmed', reason = 'restored', settled_at = ?, worker_id = NULL
      WHERE state = 'pending'`,
    [now],
  )
  const halted = await run(
    `UPDATE notice SET status = 'halted', halt_reason = 'restored', pause_reason = NULL,
        started_at = COALESCE(started_at, ?), finished_at = ? WHERE status IN ${NOT_OVER}`,
    [now, now],
  )
  const held = await run(
    "UPDATE notice SET status = 'draft', pause_reason = 'restored' WHERE status IN ('scheduled', 'draft')",
    [],
  )
  return { halted, held, deliveries: sending + waiting }
}

/** One transaction, in the place that nobody uses yet. */
export const settleRestored = (database: Database, { createdAt, now, askedBy }: RestoreFacts): Promise<Settled> =>
  database.write(async (manager) => {
    const ledger = await settleLedger(manager, now)
    const unscheduled = await affectedRows(
      manager,
      'UPDATE article SET scheduled_at = NULL, scheduled_notice = NULL WHERE scheduled_at IS NOT NULL',
      [],
    )
    const settled = { ...ledger, unscheduled }
    await manager.delete(SettingEntity, { name: SEARCH_SETTING })
    const value = JSON.stringify({ at: now, createdAt, ...settled })
    await manager.save(SettingEntity, { name: RESTORED_SETTING, value, updatedAt: now })
    await recordAudit(manager, {
      ...{ at: now, staffId: askedBy?.staffId ?? null, action: 'backup.restore', subjectType: 'backup' },
      ...{ subjectId: '', address: askedBy?.address ?? '' },
      detail: { createdAt: new Date(createdAt).toISOString(), ...settled },
    })
    return settled
  })

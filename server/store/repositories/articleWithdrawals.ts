import type { ArticleWithdrawals } from '../../features/articles/portsWithdrawal'
import type { Database } from '../database'
import { moveOn } from './articlesWrite'
import { recordAudit } from './audit'

export const createArticleWithdrawals = (database: Database): ArticleWithdrawals => ({
  set(change, at) {
    const by = at === null ? null : change.audit.staffId
    const isOut = ` AND (status = 'published' OR scheduled_at IS NOT NULL)`
    return database.write(async (manager) => {
      const moved = await moveOn(manager, change, ', withdraw_at = ?, withdraw_by = ?', [at, by], isOut)
      if (moved) await recordAudit(manager, change.audit)
      return moved
    })
  },

  async due(now, limit) {
    // `COALESCE` keeps SQLite from walking through all that is published by an index on `status`.
    const rows = await database.read.query<{ id: string }[]>(
      `SELECT id FROM article WHERE withdraw_at <= ? AND COALESCE(status, '') = 'published' ORDER BY withdraw_at, id LIMIT ?`,
      [now, limit],
    )
    return rows.map(({ id }) => id)
  },

  async nextDue() {
    const [row] = await database.read.query<{ due: number | string | null }[]>(
      'SELECT MIN(withdraw_at) AS due FROM article',
    )
    const due = row?.due ?? null
    return due === null ? null : Number(due)
  },
})

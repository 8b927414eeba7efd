import type { EventDecision } from '../../../shared/domain/event'
import type { NoticeKind, NoticeStatus } from '../../../shared/domain/notice'
import type { PlannerStore, StoredEntry } from '../../features/planner/ports'
import type { Database } from '../database'

type Row = Record<string, string | number | null>

const articleOf = (row: Row) => ({ id: String(row.id), title: String(row.title) })

/** When a notice is to begin, or began; one that was called off before that never does. */
const BEGINS = 'COALESCE(n.started_at, n.scheduled_at)'

export function createPlannerStore(database: Database): PlannerStore {
  const query = (sql: string, from: number, to: number, limit: number): Promise<Row[]> =>
    database.read.query<Row[]>(sql, [from, to, limit])

  return {
    async between(from, to, limit) {
      const published = await query(
        `SELECT a.id, a.title, a.published_at AS at FROM article a
          WHERE a.status = 'published' AND a.pinned IN (0, 1) AND a.published_at >= ? AND a.published_at < ? ORDER BY a.published_at LIMIT ?`,
        ...([from, to, limit] as const),
      )
      const scheduled = await query(
        `SELECT a.id, a.title, a.scheduled_at AS at FROM article a
          WHERE a.scheduled_at >= ? AND a.scheduled_at < ? ORDER BY a.scheduled_at LIMIT ?`,
        ...([from, to, limit] as const),
      )
      const withdrawals = await query(
        `SELECT a.id, a.title, a.withdraw_at AS at FROM article a
          WHERE a.withdraw_at >= ? AND a.withdraw_at < ? ORDER BY a.withdraw_at LIMIT ?`,
        ...([from, to, limit] as const),
      )
      const events = await query(
        `SELECT a.id, a.title, a.status, e.starts_at AS at, e.ends_at, e.decision FROM event e
          JOIN article a ON a.id = e.article_id
          WHERE e.starts_at >= ? AND e.starts_at < ? AND a.binned_at IS NULL ORDER BY e.starts_at LIMIT ?`,
        ...([from, to, limit] as const),
      )
      const notices = await query(
        `SELECT a.id, a.title, n.id AS notice_id, n.kind, n.status, ${BEGINS} AS at FROM notice n
          JOIN article a ON a.id = n.article_id
          WHERE ${BEGINS} >= ? AND ${BEGINS} < ? AND a.binned_at IS NULL ORDER BY ${BEGINS} LIMIT ?`,
        ...([from, to, limit] as const),
      )
      return [
        ...published.map((row): StoredEntry => ({ what: 'published', at: Number(row.at), article: articleOf(row) })),
        ...scheduled.map((row): StoredEntry => ({ what: 'scheduled', at: Number(row.at), article: articleOf(row) })),
        ...withdrawals.map((row): StoredEntry => ({ what: 'withdrawal', at: Number(row.at), article: articleOf(row) })),
        ...events.map((row): StoredEntry => ({
          what: 'event',
          at: Number(row.at),
          endsAt: Number(row.ends_at),
          article: articleOf(row),
          decision: row.decision as EventDecision,
          published: row.status === 'published',
        })),
        ...notices.map((row): StoredEntry => ({
          what: 'notice',
          at: Number(row.at),
          article: articleOf(row),
          notice: {
            id: String(row.notice_id),
            kind: row.kind as NoticeKind,
            status: row.status as NoticeStatus,
          },
        })),
      ]
    },
  }
}

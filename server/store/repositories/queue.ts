import type { QueueFigures, QueueStore } from '../../features/notices/portsQueue'
import type { DeliveryReason } from '../../../shared/domain/notice'
import type { Database } from '../database'

type Row = Record<string, string | number | null>

/** What may still be sent. */
const LIVE = "n.status IN ('preparing', 'running', 'paused')"

/** How the queue stands. Every query goes by an index from the few notices that are, or were just now, under way. */
export function createQueueStore(database: Database): QueueStore {
  const all = (query: string, values: (string | number)[] = []): Promise<Row[]> => database.read.query(query, values)
  const one = async (query: string, values: (string | number)[] = []) => (await all(query, values))[0]?.value ?? null

  const errorsSince = (since: number) =>
    all(
      `SELECT d.reason, COUNT(*) AS total, MAX(d.settled_at) AS last_at FROM notice AS n
        JOIN delivery AS d ON d.notice_id = n.id AND d.state IN ('failed', 'rejected', 'unknown', 'unconfirmed')
        WHERE n.started_at IS NOT NULL AND (n.finished_at IS NULL OR n.finished_at >= ?)
          AND d.settled_at >= ? AND d.reason IS NOT NULL
        GROUP BY d.reason ORDER BY last_at DESC LIMIT 20`,
      [since, since],
    )

  return {
    async figures(now, minuteMs, hourMs): Promise<QueueFigures> {
      const minuteAgo = now - minuteMs
      const [workers, waiting, open, oldestDueAt, sent, token, errors] = await Promise.all([
        all('SELECT id, started_at, heartbeat_at FROM worker ORDER BY id'),
        one(
          `SELECT COUNT(*) AS value FROM notice AS n JOIN delivery AS d ON d.notice_id = n.id AND d.state = 'pending'
            WHERE ${LIVE}`,
        ),
        // Only what is sending or unknown has an open key.
        all("SELECT state, COUNT(*) AS total FROM delivery WHERE open_key > '' GROUP BY state"),
        one(
          `SELECT MIN(due) AS value FROM (SELECT (SELECT MIN(d.not_before) FROM delivery AS d WHERE d.notice_id = n.id
            AND d.state = 'pending') AS due FROM notice AS n WHERE n.status = 'running') AS dues WHERE due <= ?`,
          [now],
        ),
        one(
          `SELECT COUNT(*) AS value FROM notice AS n JOIN delivery AS d ON d.notice_id = n.id AND d.state = 'sent'
            WHERE n.started_at IS NOT NULL AND (n.finished_at IS NULL OR n.finished_at >= ?) AND d.settled_at >= ?`,
          [minuteAgo, minuteAgo],
        ),
        all("SELECT refreshed_at, expires_at FROM wechat_token WHERE token <> '' ORDER BY refreshed_at DESC LIMIT 1"),
        errorsSince(now - hourMs),
      ])
      const inState = (state: string) => Number(open.find((row) => row.state === state)?.total ?? 0)
      const [last] = token
      return {
        workers: workers.map((row) => ({
          id: String(row.id),
          startedAt: Number(row.started_at),
          heartbeatAt: Number(row.heartbeat_at),
        })),
        waiting: Number(waiting ?? 0),
        sending: inState('sending'),
        unknown: inState('unknown'),
        oldestDueAt: oldestDueAt === null ? null : Number(oldestDueAt),
        sentSince: Number(sent ?? 0),
        token:
          last === undefined ? null : { refreshedAt: Number(last.refreshed_at), expiresAt: Number(last.expires_at) },
        errors: errors.map((row) => ({
          reason: row.reason as DeliveryReason,
          count: Number(row.total),
          lastAt: Number(row.last_at),
        })),
      }
    },
  }
}

import type { QueueFigures, QueueStore } from '../../features/notices/portsQueue'
import type { DeliveryReason } from '../../../shared/domain/notice'
import type { Database } from '../database'
import { sqlFor } from '../ledger/sql'
import { createLongReads } from './longReads'

type Row = Record<string, string | number | null>

/** What may still be sent. */
const LIVE = "n.status IN ('preparing', 'running', 'paused')"

/** What a minute's sends are counted in, and the most of it: more is a rate that nobody needs to the unit. */
const SENT_SLICE = 10_000
const MOST_SLICES = 20

/** How the queue stands. Every query goes by an index from the few notices that are, or were just now, under way. */
export function createQueueStore(database: Database): QueueStore {
  const all = (query: string, values: (string | number)[] = []): Promise<Row[]> => database.read.query(query, values)
  const one = async (query: string, values: (string | number)[] = []) => (await all(query, values))[0]?.value ?? null

  const longRead = createLongReads()
  const { joinInOrder } = sqlFor(database.isMysql)

  /** Of each running notice the first that is due; rows are due from the start, so since they were added. */
  const oldestDue = async (now: number): Promise<number | null> => {
    const running = await all("SELECT id FROM notice WHERE status = 'running'")
    const times: number[] = []
    for (const { id } of running) {
      const [first] = await all(
        `SELECT not_before, created_at FROM delivery WHERE notice_id = ? AND state = 'pending' AND not_before <= ?
          ORDER BY not_before, id LIMIT 1`,
        [String(id), now],
      )
      if (first !== undefined) times.push(Math.max(Number(first.not_before), Number(first.created_at)))
    }
    return times.length === 0 ? null : Math.min(...times)
  }

  /** From the end of each notice's sent ones, which went out in this order, to the first slice that is all older. */
  const sentOf = async (noticeId: string, since: number): Promise<number> => {
    let total = 0
    for (let slice = 0; slice < MOST_SLICES; slice += 1) {
      const [row] = await all(
        `SELECT COUNT(*) AS found, SUM(CASE WHEN settled_at >= ? THEN 1 ELSE 0 END) AS recent FROM (
            SELECT settled_at FROM delivery WHERE notice_id = ? AND state = 'sent' AND settled_at >= 0
            ORDER BY not_before DESC, id DESC
            LIMIT ${SENT_SLICE} OFFSET ${slice * SENT_SLICE}) AS slice`,
        [since, noticeId],
      )
      const recent = Number(row?.recent ?? 0)
      total += recent
      if (recent === 0 || Number(row?.found) < SENT_SLICE) break
    }
    return total
  }
  const sentSince = async (since: number): Promise<number> => {
    const live = await all(
      'SELECT id FROM notice WHERE started_at IS NOT NULL AND (finished_at IS NULL OR finished_at >= ?)',
      [since],
    )
    let total = 0
    for (const { id } of live) total += await sentOf(String(id), since)
    return total
  }

  const errorsSince = (since: number) =>
    all(
      `SELECT d.reason, COUNT(*) AS total, MAX(d.settled_at) AS last_at FROM notice AS n
        ${joinInOrder} delivery AS d ON d.notice_id = n.id AND d.state IN ('failed', 'rejected', 'unknown', 'unconfirmed')
        WHERE n.started_at IS NOT NULL AND (n.finished_at IS NULL OR n.finished_at >= ?)
          AND d.settled_at >= ? AND d.reason IS NOT NULL AND d.reason <> 'staff_decision'
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
        oldestDue(now),
        longRead('sent', () => sentSince(minuteAgo)),
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

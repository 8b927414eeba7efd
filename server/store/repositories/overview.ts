import type { OverviewStore } from '../../features/overview/ports'
import type { NoticeKind } from '../../../shared/domain/notice'
import { SHANGHAI_OFFSET_MS, DAY_MS } from '../../../shared/domain/time'
import type { Database } from '../database'
import { createLongReads } from './longReads'
import { createTally } from './noticeTally'

type Row = Record<string, string | number | null>

/** The start of the Shanghai day that holds an instant, in ms as if Shanghai were UTC; the same on every engine. */
const shiftedDay = (column: string): string => {
  const shifted = `(${column} + ${SHANGHAI_OFFSET_MS})`
  return `${shifted} - ${shifted} % ${DAY_MS}`
}

const daily = (rows: Row[]): { day: string; count: number }[] =>
  rows.map((row) => ({ day: new Date(Number(row.day)).toISOString().slice(0, 10), count: Number(row.total) }))

/** Counts over many rows are shared by those who ask at the same time, and not made again at once when they took long. */
export function createOverviewStore(database: Database): OverviewStore {
  const longRead = createLongReads()
  const tally = createTally(database, longRead)
  const query = (sql: string, values: unknown[]): Promise<Row[]> =>
    longRead(JSON.stringify([sql, values]), () => database.read.query<Row[]>(sql, values))

  return {
    async viewsByChannel({ from, to }) {
      const rows = await query(
        `SELECT v.day, c.id, c.name, SUM(v.views) AS total FROM article_view_day v
           LEFT JOIN article a ON a.id = v.article_id LEFT JOIN channel c ON c.id = a.channel_id
          WHERE v.day >= ? AND v.day <= ? GROUP BY v.day, c.id, c.name`,
        [from, to],
      )
      return rows.map((row) => ({
        day: String(row.day),
        channel: row.id === null ? null : { id: String(row.id), name: String(row.name) },
        views: Number(row.total),
      }))
    },

    async viewsTotal({ from, to }) {
      const [row] = await query('SELECT SUM(views) AS total FROM view_hour WHERE day >= ? AND day <= ?', [from, to])
      return Number(row?.total ?? 0)
    },

    async viewsByHour({ from, to }) {
      const rows = await query(
        'SELECT hour, SUM(views) AS total FROM view_hour WHERE day >= ? AND day <= ? GROUP BY hour',
        [from, to],
      )
      return rows.map((row) => ({ hour: Number(row.hour), views: Number(row.total) }))
    },

    async topArticles({ from, to }, limit) {
      const rows = await query(
        `SELECT a.id, a.title, c.name, v.total FROM
           (SELECT article_id, SUM(views) AS total FROM article_view_day WHERE day >= ? AND day <= ? GROUP BY article_id) v
           JOIN article a ON a.id = v.article_id AND a.binned_at IS NULL JOIN channel c ON c.id = a.channel_id
          ORDER BY v.total DESC, a.id DESC LIMIT ${limit}`,
        [from, to],
      )
      return rows.map((row) => ({
        id: String(row.id),
        title: String(row.title),
        channel: String(row.name),
        views: Number(row.total),
      }))
    },

    async membersTotal() {
      const [row] = await query('SELECT COUNT(*) AS total FROM member', [])
      return Number(row?.total ?? 0)
    },

    async newMembers({ from, to }) {
      const day = shiftedDay('created_at')
      return daily(
        await query(
          `SELECT ${day} AS day, COUNT(*) AS total FROM member WHERE created_at >= ? AND created_at < ? GROUP BY ${day}`,
          [from, to],
        ),
      )
    },

    async grantsGained({ from, to }) {
      const day = shiftedDay('at')
      // Of an accept that both tellers told of, the app's row is counted.
      return daily(
        await query(
          `SELECT ${day} AS day, COUNT(*) AS total FROM grant_answer
            WHERE at >= ? AND at < ? AND answer = 'accept' AND (matched = 0 OR source = 'app') GROUP BY ${day}`,
          [from, to],
        ),
      )
    },

    async notices({ from, to }) {
      const rows = await database.read.query<Row[]>(
        `SELECT n.id, n.kind, n.started_at, a.title FROM notice n LEFT JOIN article a ON a.id = n.article_id
          WHERE n.started_at >= ? AND n.started_at < ? AND n.audience <> 'self' ORDER BY n.started_at, n.id`,
        [from, to],
      )
      const found = []
      for (const row of rows) {
        const id = String(row.id)
        found.push({
          id,
          kind: row.kind as NoticeKind,
          title: row.title === null ? null : String(row.title),
          startedAt: Number(row.started_at),
          counts: (await tally(id)).counts,
        })
      }
      return found
    },
  }
}

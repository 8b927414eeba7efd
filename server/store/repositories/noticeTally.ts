import type { ReasonCount } from '../../features/notices/ports'
import {
  emptyCounts,
  type DeliveryCounts,
  type DeliveryReason,
  type DeliveryState,
} from '../../../shared/domain/notice'
import type { Database } from '../database'
import { inSlices, SLICE } from './inSlices'
import type { LongReads } from './longReads'

type Row = Record<string, string | number | null>

export interface Tally {
  counts: DeliveryCounts
  reasons: ReasonCount[]
}

/** Which members a slice holds, and its deliveries by outcome. */
const TALLY = `SELECT state, reason, COUNT(*) AS total, MAX(member_id) AS last_id FROM (
    SELECT state, reason, member_id FROM delivery WHERE notice_id = ? AND member_id > ? ORDER BY member_id LIMIT ${SLICE}
  ) AS slice GROUP BY state, reason`

/** What is left of deliveries that were kept long enough. */
const FOLDED = 'SELECT state, reason, total FROM delivery_total WHERE notice_id = ?'

/** Counts a notice's deliveries by state and by reason. */
export const createTally = (database: Database, longRead: LongReads) => {
  const count = async (noticeId: string): Promise<Tally> => {
    const counts = emptyCounts()
    const reasons = new Map<string, ReasonCount>()
    const add = (row: Row): number => {
      const state = row.state as DeliveryState
      const total = Number(row.total)
      counts[state] += total
      if (row.reason === null || row.reason === '') return total
      const reason = row.reason as DeliveryReason
      const before = reasons.get(`${state}:${reason}`)?.count ?? 0
      reasons.set(`${state}:${reason}`, { state, reason, count: before + total })
      return total
    }
    for (const row of await database.read.query<Row[]>(FOLDED, [noticeId])) add(row)
    await inSlices(async (after) => {
      const rows: Row[] = await database.read.query(TALLY, [noticeId, after])
      const found = rows.reduce((sum, row) => sum + add(row), 0)
      if (found < SLICE) return null
      return rows.map((row) => String(row.last_id)).reduce((last, id) => (id > last ? id : last))
    })
    return { counts, reasons: [...reasons.values()].sort((a, b) => b.count - a.count) }
  }
  return (noticeId: string): Promise<Tally> => longRead(`tally:${noticeId}`, () => count(noticeId))
}

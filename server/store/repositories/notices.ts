import type { NoticeStore, StoredNotice } from '../../features/notices/ports'
import type { DeliveryReason, NoticeKind, NoticeStatus, PauseReason } from '../../../shared/domain/notice'
import type { Database } from '../database'
import { countStillGet } from '../ledger/audience'
import { sqlFor } from '../ledger/sql'
import { readOn } from '../ledger/transaction'
import { createLongReads } from './longReads'
import { createAudienceCounts } from './noticeAudience'
import { createTally, type Tally } from './noticeTally'

type Row = Record<string, string | number | null>

const SELECT = `SELECT n.id, n.kind, n.status, n.article_id, n.template_id, n.template_values, n.halt_reason,
    n.scheduled_at, n.pause_reason, n.follows_up, n.at_night,
    n.created_at, n.started_at, n.finished_at, a.title, s.name
  FROM notice AS n LEFT JOIN article AS a ON a.id = n.article_id LEFT JOIN staff AS s ON s.id = n.created_by`

const numberOrNull = (value: Row[string] = null): number | null => (value === null ? null : Number(value))
const textOrNull = (value: Row[string] = null): string | null => (value === null ? null : String(value))

const toNotice = (row: Row): StoredNotice => ({
  id: String(row.id),
  kind: row.kind as NoticeKind,
  status: row.status as NoticeStatus,
  articleId: String(row.article_id),
  articleTitle: textOrNull(row.title),
  templateId: String(row.template_id),
  values: JSON.parse(String(row.template_values)) as Record<string, string>,
  scheduledAt: numberOrNull(row.scheduled_at),
  pauseReason: (row.pause_reason ?? null) as PauseReason | null,
  followsUp: textOrNull(row.follows_up),
  atNight: Number(row.at_night) === 1,
  haltReason: (row.halt_reason ?? null) as DeliveryReason | null,
  createdAt: Number(row.created_at),
  createdBy: textOrNull(row.name),
  startedAt: numberOrNull(row.started_at),
  finishedAt: numberOrNull(row.finished_at),
})

/** A test that its author sent to themselves is no notice to members: it stands in no list and in no figure. */
const TO_MEMBERS = "n.audience <> 'self'"

/** What staff see of notices; the ledger alone changes them. */
export function createNoticeStore(database: Database): NoticeStore {
  const all = (query: string, values: (string | number)[]): Promise<Row[]> => database.read.query(query, values)
  const longRead = createLongReads()
  const tally = createTally(database, longRead)
  const sql = sqlFor(database.isMysql)

  return {
    ...createAudienceCounts(database, longRead),

    canStillGet: (noticeId, isDecision = false) => {
      const count = () => countStillGet(readOn(database), sql, noticeId)
      return isDecision ? count() : longRead(`still:${noticeId}`, count)
    },

    async list(before, limit) {
      const rows = await all(
        `${SELECT} WHERE ${TO_MEMBERS} ${before === null ? '' : 'AND n.id < ?'} ORDER BY n.id DESC LIMIT ${limit}`,
        before === null ? [] : [before],
      )
      return rows.map(toNotice)
    },

    async find(id) {
      const [row] = await all(`${SELECT} WHERE n.id = ? AND ${TO_MEMBERS}`, [id])
      return row === undefined ? null : toNotice(row)
    },

    async counts(noticeIds) {
      const tallies: [string, Tally][] = []
      for (const id of noticeIds) tallies.push([id, await tally(id)])
      return new Map(tallies.map(([id, { counts }]) => [id, counts]))
    },

    reasons: async (noticeId) => (await tally(noticeId)).reasons,
  }
}

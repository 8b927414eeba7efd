import type { AudienceCounts, NoticeStore, ReasonCount, StoredNotice } from '../../features/notices/ports'
import {
  emptyCounts,
  type DeliveryCounts,
  type DeliveryReason,
  type DeliveryState,
  type NoticeKind,
  type NoticeStatus,
  type PauseReason,
} from '../../../shared/domain/notice'
import type { Database } from '../database'
import { countStillGet, TOLD } from '../ledger/audience'
import { sqlFor } from '../ledger/sql'
import { readOn } from '../ledger/transaction'

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

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

function toAudience(row: Row | undefined): AudienceCounts {
  const everybody = Number(row?.everybody ?? 0)
  const willGet = Number(row?.will_get ?? 0)
  const subscribed = Number(row?.subscribed ?? 0)
  return { willGet, noGrant: subscribed - willGet, notSubscribed: everybody - subscribed }
}

/** What staff see of notices; the ledger alone changes them. */
export function createNoticeStore(database: Database): NoticeStore {
  const all = (query: string, values: (string | number)[]): Promise<Row[]> => database.read.query(query, values)

  return {
    async audience(topic, templateId) {
      const [row] = await all(
        `SELECT COUNT(*) AS everybody,
            SUM(CASE WHEN t.subscribed = 1 AND b.available > 0 THEN 1 ELSE 0 END) AS will_get,
            SUM(CASE WHEN t.subscribed = 1 THEN 1 ELSE 0 END) AS subscribed
          FROM member AS m
          LEFT JOIN member_topic AS t ON t.member_id = m.id AND t.topic = ?
          LEFT JOIN grant_balance AS b ON b.member_id = m.id AND b.template_id = ?`,
        [topic, templateId],
      )
      return toAudience(row)
    },

    async audienceTold(articleId, kind, topic, templateId) {
      const { kinds, states } = TOLD[kind]
      const ofKinds = kinds === null ? '' : `AND n.kind IN (${marks(kinds)})`
      const [row] = await all(
        `SELECT COUNT(*) AS everybody,
            SUM(CASE WHEN t.subscribed = 1 AND b.available > 0 THEN 1 ELSE 0 END) AS will_get,
            SUM(CASE WHEN t.subscribed = 1 THEN 1 ELSE 0 END) AS subscribed
          FROM (SELECT DISTINCT d.member_id FROM notice AS n JOIN delivery AS d ON d.notice_id = n.id
            WHERE n.article_id = ? ${ofKinds} AND d.state IN (${marks(states)})) AS told
          JOIN member AS m ON m.id = told.member_id
          LEFT JOIN member_topic AS t ON t.member_id = m.id AND t.topic = ?
          LEFT JOIN grant_balance AS b ON b.member_id = m.id AND b.template_id = ?`,
        [articleId, ...(kinds ?? []), ...states, topic, templateId],
      )
      return toAudience(row)
    },

    canStillGet: (noticeId) => countStillGet(readOn(database), sqlFor(database.isMysql), noticeId),

    async list(before, limit) {
      const rows = await all(
        `${SELECT} ${before === null ? '' : 'WHERE n.id < ?'} ORDER BY n.id DESC LIMIT ${limit}`,
        before === null ? [] : [before],
      )
      return rows.map(toNotice)
    },

    async find(id) {
      const [row] = await all(`${SELECT} WHERE n.id = ?`, [id])
      return row === undefined ? null : toNotice(row)
    },

    async counts(noticeIds) {
      const counts = new Map<string, DeliveryCounts>()
      if (noticeIds.length === 0) return counts
      const rows = await all(
        `SELECT notice_id, state, COUNT(*) AS total FROM delivery
          WHERE notice_id IN (${noticeIds.map(() => '?').join(', ')}) GROUP BY notice_id, state`,
        noticeIds,
      )
      for (const row of rows) {
        const noticeId = String(row.notice_id)
        const of = counts.get(noticeId) ?? emptyCounts()
        of[row.state as DeliveryState] = Number(row.total)
        counts.set(noticeId, of)
      }
      return counts
    },

    async reasons(noticeId) {
      const rows = await all(
        `SELECT state, reason, COUNT(*) AS total FROM delivery WHERE notice_id = ? AND reason IS NOT NULL
          GROUP BY state, reason ORDER BY total DESC, state, reason`,
        [noticeId],
      )
      return rows.map((row): ReasonCount => ({
        state: row.state as DeliveryState,
        reason: row.reason as DeliveryReason,
        count: Number(row.total),
      }))
    },
  }
}

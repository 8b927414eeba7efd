import type { ReceivedStore } from '../../features/alerts/ports'
import type { NoticeKind } from '../../../shared/domain/notice'
import type { Database } from '../database'

type Row = Record<string, string | number | null>

const RECEIVED = `SELECT d.id, d.state, d.template_id, d.created_at, d.sending_at, n.kind, n.article_id, n.template_values,
    CASE WHEN a.status = 'published' THEN a.title ELSE NULL END AS public_title
  FROM delivery AS d JOIN notice AS n ON n.id = d.notice_id LEFT JOIN article AS a ON a.id = n.article_id
  WHERE d.member_id = ? AND COALESCE(d.state, '') IN ('sent', 'unknown', 'unconfirmed')`

export const createReceivedStore = (database: Database): ReceivedStore => ({
  async received(memberId, before, limit) {
    const below = before === null ? '' : 'AND d.id < ?'
    const rows = await database.read.query<Row[]>(`${RECEIVED} ${below} ORDER BY d.id DESC LIMIT ${limit}`, [
      memberId,
      ...(before === null ? [] : [before]),
    ])
    return rows.map((row) => ({
      id: String(row.id),
      kind: row.kind as NoticeKind,
      articleId: String(row.article_id),
      publicTitle: row.public_title === null ? null : String(row.public_title),
      templateId: String(row.template_id),
      values: JSON.parse(String(row.template_values)) as Record<string, string>,
      isKnown: row.state === 'sent',
      at: Number(row.sending_at ?? row.created_at),
    }))
  },
})

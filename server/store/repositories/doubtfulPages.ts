import { addressHash } from './imports'
import type { DoubtfulPages, StoredDoubtful } from '../../features/importing/portsMoveIn'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import { ImportPageEntity } from '../entities'
import { recordAudit } from './audit'

interface Row {
  id: string
  source: string
  at: number | string
  doubts: string
  mends: string
  original: string | null
  old_address: string | null
  article_id: string
  version: number
  title: string
  channel_id: string
  channel_slug: string
  channel_name: string
  publisher: string
  published_at: number | string | null
  views: number | string
  body_html: string
}

/** Drafts that nobody has published or deleted since; what became of the others was done knowingly. */
const OPEN = `FROM import_page p JOIN article a ON a.id = p.article_id JOIN channel c ON c.id = a.channel_id
  WHERE p.state = 'draft' AND a.status = 'draft' AND COALESCE(a.binned_at, 0) = 0`

const SELECT = `SELECT p.id, p.source, p.at, p.doubts, p.mends, p.original,
    (SELECT MIN(o.address) FROM old_address o WHERE o.article_id = a.id) AS old_address,
    a.id AS article_id, a.version, a.title, a.publisher, a.published_at, a.views, a.body_html,
    c.id AS channel_id, c.slug AS channel_slug, c.name AS channel_name ${OPEN}`

const doubtfulOf = (row: Row): StoredDoubtful => ({
  id: row.id,
  source: row.source,
  at: Number(row.at),
  doubts: JSON.parse(row.doubts) as StoredDoubtful['doubts'],
  mends: JSON.parse(row.mends) as StoredDoubtful['mends'],
  original: row.original,
  oldAddress: row.old_address,
  article: {
    id: row.article_id,
    version: Number(row.version),
    title: row.title,
    channel: { id: row.channel_id, slug: row.channel_slug, name: row.channel_name },
    publisher: row.publisher,
    publishedAt: row.published_at === null ? null : Number(row.published_at),
    views: Number(row.views),
    bodyHtml: row.body_html,
  },
})

export const createDoubtfulPages = (database: Database): DoubtfulPages => ({
  async count() {
    const [row] = await database.read.query<{ count: number | string }[]>(`SELECT COUNT(*) AS count ${OPEN}`)
    return Number(row?.count ?? 0)
  },

  async list({ doubt, after, limit }) {
    const named = doubt === undefined ? [] : [`%"code":"${doubt}"%`]
    const rows = await database.read.query<Row[]>(
      `${SELECT} AND p.id > ?${doubt === undefined ? '' : ' AND p.doubts LIKE ?'} ORDER BY p.id LIMIT ?`,
      [after, ...named, limit],
    )
    return rows.map(doubtfulOf)
  },

  async find(id) {
    const [row] = await database.read.query<Row[]>(`${SELECT} AND p.id = ?`, [id])
    return row === undefined ? null : doubtfulOf(row)
  },

  amend: (articleId, { publishedAt, views }, audit) =>
    database.write(async (manager) => {
      const sql = `UPDATE article SET published_at = ?, views = ?, updated_at = ?, updated_by = ?
        WHERE id = ? AND status = 'draft' AND COALESCE(binned_at, 0) = 0`
      const values = [publishedAt, views, audit.at, audit.staffId, articleId]
      if ((await affectedRows(manager, sql, values)) === 0) return false
      await recordAudit(manager, audit)
      return true
    }),

  async accepted(id, audit) {
    await database.write(async (manager) => {
      const sql = `UPDATE import_page SET state = 'accepted' WHERE id = ? AND state = 'draft'`
      if ((await affectedRows(manager, sql, [id])) === 1) await recordAudit(manager, audit)
    })
  },

  async outcome(source) {
    const row = await database.read.findOneBy(ImportPageEntity, { sourceHash: addressHash(source) })
    return row === null ? null : { state: row.state, articleId: row.articleId }
  },
})

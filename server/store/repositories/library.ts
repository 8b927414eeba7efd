import type { Library, ListedPicture, PictureUse } from '../../features/media/ports'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import { recordAudit } from './audit'
import { IN_BODY, inBody, isInHistory, isShown } from './pictureUses'
import { tellChange } from './publicContent'

interface PictureRow {
  id: string
  file: string
  mime: string
  width: number | string
  height: number | string
  bytes: number | string
  alt: string
  created_at: number | string
  created_by: string
  name: string
  has_variants: number | boolean
  created_by_name: string | null
}

const SELECT = `SELECT m.id, m.file, m.mime, m.width, m.height, m.bytes, m.alt, m.created_at, m.created_by, m.name, m.has_variants,
  s.name AS created_by_name FROM media m LEFT JOIN staff s ON s.id = m.created_by`

const pictureOf = (row: PictureRow): ListedPicture => ({
  id: row.id,
  file: row.file,
  mime: row.mime,
  width: Number(row.width),
  height: Number(row.height),
  bytes: Number(row.bytes),
  alt: row.alt,
  createdAt: Number(row.created_at),
  createdBy: row.created_by,
  name: row.name,
  hasVariants: Number(row.has_variants) === 1,
  createdByName: row.created_by_name,
})

type UseRow = Pick<PictureUse, 'id' | 'title' | 'status'> & {
  as_cover: number | string
  in_body: number | string
  binned_at: number | string | null
}

/** `%` and `_` that somebody searches for are letters like any other. */
const likePattern = (words: string): string => `%${words.toLowerCase().replace(/[!%_]/g, '!$&')}%`

export const createLibrary = (database: Database): Library => ({
  async list({ words, after, limit }) {
    const conditions: [sql: string, values: unknown[]][] = []
    if (words !== undefined) {
      const pattern = likePattern(words)
      conditions.push([`(LOWER(m.name) LIKE ? ESCAPE '!' OR LOWER(m.alt) LIKE ? ESCAPE '!')`, [pattern, pattern]])
    }
    if (after !== null) {
      conditions.push(['(m.created_at < ? OR (m.created_at = ? AND m.id < ?))', [after.at, after.at, after.id]])
    }
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`
    const rows = await database.read.query<PictureRow[]>(
      `${SELECT} ${where} ORDER BY m.created_at DESC, m.id DESC LIMIT ?`,
      [...conditions.flatMap(([, values]) => values), limit],
    )
    return rows.map(pictureOf)
  },

  async find(id) {
    const [row] = await database.read.query<PictureRow[]>(`${SELECT} WHERE m.id = ?`, [id])
    return row === undefined ? null : pictureOf(row)
  },

  async uses({ id, file }, limit) {
    const shows = `(cover_id = ? OR ${IN_BODY})`
    const rows = await database.read.query<UseRow[]>(
      `SELECT a.id, a.title, a.status, a.binned_at, CASE WHEN a.cover_id = ? THEN 1 ELSE 0 END AS as_cover,
         CASE WHEN a.${IN_BODY} THEN 1 ELSE 0 END AS in_body
       FROM article a
       WHERE a.id IN (SELECT id FROM article WHERE ${shows} UNION SELECT article_id FROM article_revision WHERE ${shows})
       ORDER BY a.updated_at DESC, a.id DESC LIMIT ?`,
      [id, inBody(file), id, inBody(file), id, inBody(file), limit],
    )
    return rows.map((row) => {
      const [asCover, inBody] = [Number(row.as_cover) === 1, Number(row.in_body) === 1]
      const { id, title, status } = row
      return { id, title, status, asCover, inBody, onlyEarlier: !asCover && !inBody, binned: row.binned_at !== null }
    })
  },

  describe(id, alt, audit) {
    return database.write(async (manager) => {
      const found = await manager.query<unknown[]>('SELECT id FROM media WHERE id = ?', [id])
      if (found.length === 0) return false
      await manager.query('UPDATE media SET alt = ? WHERE id = ?', [alt, id])
      const shown = await manager.query<unknown[]>(
        `SELECT id FROM article WHERE cover_id = ? AND status = 'published' LIMIT 1`,
        [id],
      )
      if (shown.length > 0) await tellChange(manager, ['*'])
      await recordAudit(manager, audit)
      return true
    })
  },

  remove(picture, evenFromHistory, audit) {
    return database.write(async (manager) => {
      if (await isShown(manager, picture)) return 'used'
      if (!evenFromHistory && (await isInHistory(manager, picture))) return 'in_history'
      if ((await affectedRows(manager, 'DELETE FROM media WHERE id = ?', [picture.id])) === 0) return 'gone'
      await recordAudit(manager, audit)
      return 'removed'
    })
  },
})

import type { Library, ListedPicture, PictureUse } from '../../features/media/ports'
import type { Database } from '../database'
import { recordAudit } from './audit'
import { cutOf } from './articleColumns'
import { doom } from './doomedFiles'
import { familyOf, isInHistory, isShown, removePicture, showsAny } from './pictureUses'
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
  cut_of: string | null
  cut: string | null
  created_by_name: string | null
}

const SELECT = `SELECT m.id, m.file, m.mime, m.width, m.height, m.bytes, m.alt, m.created_at, m.created_by, m.name, m.has_variants,
  m.cut_of, m.cut,
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
  cut: cutOf(row.cut_of, row.cut),
  createdByName: row.created_by_name,
})

type UseRow = Pick<PictureUse, 'id' | 'title' | 'status'> & {
  as_cover: number | string
  in_body: number | string
  binned_at: number | string | null
}

/** `%` and `_` that somebody searches for are letters like any other. */
const likePattern = (words: string): string => `%${words.toLowerCase().replace(/[!%_]/g, '!$&')}%`

/** Said so that no database looks for the whole pictures, which are nearly all, by the index of those that were cut. */
const NOT_CUT = "COALESCE(m.cut_of, '') = ''"

export const createLibrary = (database: Database): Library => ({
  async list({ words, after, limit }) {
    const conditions: [sql: string, values: unknown[]][] = [[NOT_CUT, []]]
    if (words !== undefined) {
      const pattern = likePattern(words)
      conditions.push([`(LOWER(m.name) LIKE ? ESCAPE '!' OR LOWER(m.alt) LIKE ? ESCAPE '!')`, [pattern, pattern]])
    }
    if (after !== null) {
      conditions.push(['m.created_at <= ? AND (m.created_at < ? OR m.id < ?)', [after.at, after.at, after.id]])
    }
    const where = `WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`
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

  async uses(picture, limit) {
    const family = await familyOf(database.read, picture)
    const [shows, values] = showsAny(family)
    const asCover = `cover_id IN (${family.map(() => '?').join(', ')})`
    const inText = `(${family.map(() => 'body_html LIKE ?').join(' OR ')})`
    const rows = await database.read.query<UseRow[]>(
      `SELECT id, title, status, binned_at, CASE WHEN ${asCover} THEN 1 ELSE 0 END AS as_cover,
         CASE WHEN ${inText} THEN 1 ELSE 0 END AS in_body
       FROM article
       WHERE id IN (SELECT id FROM article WHERE ${shows} UNION SELECT article_id FROM article_revision WHERE ${shows})
       ORDER BY updated_at DESC, id DESC LIMIT ?`,
      [...values, ...values, ...values, limit],
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
      await manager.query('UPDATE media SET alt = ? WHERE id = ? OR cut_of = ?', [alt, id, id])
      const shown = await manager.query<unknown[]>(
        `SELECT a.id FROM article a JOIN media m ON m.id = a.cover_id
         WHERE (m.id = ? OR m.cut_of = ?) AND a.status = 'published' LIMIT 1`,
        [id, id],
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
      const files = await removePicture(manager, picture)
      if (files.length === 0) return 'gone'
      await doom(manager, files, audit.at)
      await recordAudit(manager, audit)
      return { files }
    })
  },
})

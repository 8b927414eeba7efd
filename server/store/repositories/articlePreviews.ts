import { MoreThan } from 'typeorm'
import type { PreviewLinks } from '../../features/articles/portsPreview'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import { ArticlePreviewEntity } from '../entities'
import { recordAudit } from './audit'

interface ListedRow {
  id: string
  created_at: number | string
  created_by: string
  expires_at: number | string
  name: string | null
}

export function createArticlePreviews(database: Database): PreviewLinks {
  return {
    async list(articleId, now) {
      const rows = await database.read.query<ListedRow[]>(
        `SELECT p.id, p.created_at, p.created_by, p.expires_at, s.name
         FROM article_preview p LEFT JOIN staff s ON s.id = p.created_by
         WHERE p.article_id = ? AND p.expires_at > ? ORDER BY p.created_at DESC, p.id DESC`,
        [articleId, now],
      )
      return rows.map((row) => ({
        id: row.id,
        articleId,
        createdAt: Number(row.created_at),
        createdBy: row.created_by,
        expiresAt: Number(row.expires_at),
        createdByName: row.name ?? '',
      }))
    },

    keep(link, audit) {
      return database.write(async (manager) => {
        await manager.query('DELETE FROM article_preview WHERE expires_at <= ?', [link.createdAt])
        await manager.insert(ArticlePreviewEntity, link)
        await recordAudit(manager, audit)
      })
    },

    close({ articleId, id }, now, audit) {
      return database.write(async (manager) => {
        const sql = 'DELETE FROM article_preview WHERE id = ? AND article_id = ? AND expires_at > ?'
        const done = (await affectedRows(manager, sql, [id, articleId, now])) === 1
        if (done) await recordAudit(manager, audit)
        return done
      })
    },

    async find(tokenHash, now) {
      const row = await database.read.findOneBy(ArticlePreviewEntity, { tokenHash, expiresAt: MoreThan(now) })
      if (row === null) return null
      const { tokenHash: _hash, ...link } = row
      return link
    },
  }
}

import type { EntityManager } from 'typeorm'
import { attachmentFile } from '../../../shared/domain/attachments'
import type { ArticleBin, StoredBinned } from '../../features/articles/portsBin'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import { attachmentsOfOnly } from './attachmentUses'
import { recordAudit } from './audit'
import { doom } from './doomedFiles'
import { picturesOfOnly, removePicture } from './pictureUses'
import { callOffAll, hasNoticeUnderWay } from './plannedNotices'
import { withPublicTraces } from './publicContent'

interface Row {
  id: string
  title: string
  channel_id: string
  channel_slug: string
  channel_name: string
  created_by: string
  binned_at: number | string
  binned_by: string
  binned_by_name: string | null
  published_at: number | string | null
}

const SELECT = `SELECT a.id, a.title, a.created_by, a.binned_at, a.binned_by, a.published_at,
    c.id AS channel_id, c.slug AS channel_slug, c.name AS channel_name, s.name AS binned_by_name
  FROM article a JOIN channel c ON c.id = a.channel_id LEFT JOIN staff s ON s.id = a.binned_by`

const binnedOf = (row: Row): StoredBinned => ({
  id: row.id,
  title: row.title,
  channel: { id: row.channel_id, slug: row.channel_slug, name: row.channel_name },
  createdBy: row.created_by,
  binnedAt: Number(row.binned_at),
  binnedById: row.binned_by,
  binnedBy: row.binned_by_name,
  wasPublished: row.published_at !== null,
})

/** A published one is withdrawn; what was planned for it is off. */
const INTO_BIN = `UPDATE article SET version = version + 1, binned_at = ?, binned_by = ?, scheduled_at = NULL,
    scheduled_notice = NULL, withdraw_at = NULL, withdraw_by = NULL, status = CASE WHEN status = 'published' THEN 'withdrawn' ELSE status END
  WHERE id = ? AND version = ? AND binned_at IS NULL`

const OUT_OF_BIN = `UPDATE article SET version = version + 1, updated_at = ?, updated_by = ?, binned_at = NULL, binned_by = NULL,
    status = 'draft', review_state = 'none', approved_by = NULL, approved_at = NULL
  WHERE id = ? AND binned_at IS NOT NULL`

/** Tables that hold nothing but what hangs on an article. Counts of views and what members were told stay. */
const HANGING = ['event', 'article_revision', 'article_review', 'article_presence', 'article_preview']

/** Pictures and attachments that nothing else shows or names; answers their files. */
async function removeOwnFiles(manager: EntityManager, articleId: string): Promise<string[]> {
  const pictures = await picturesOfOnly(manager, articleId)
  const attachments = await attachmentsOfOnly(manager, articleId)
  const files = attachments.map(attachmentFile)
  for (const picture of pictures) files.push(...(await removePicture(manager, picture)))
  for (const id of attachments) await manager.query('DELETE FROM attachment WHERE id = ?', [id])
  return [...new Set(files)]
}

export const createArticleBin = (database: Database): ArticleBin => ({
  async put(change) {
    const { id, version, audit } = change
    let isNoticeOpen = false
    const isBinned = await database.write((manager) =>
      withPublicTraces(manager, id, async () => {
        isNoticeOpen = await hasNoticeUnderWay(manager, id)
        if (isNoticeOpen) return false
        if ((await affectedRows(manager, INTO_BIN, [audit.at, audit.staffId, id, version])) === 0) return false
        await callOffAll(manager, change)
        await recordAudit(manager, audit)
        return true
      }),
    )
    if (isBinned) return 'binned'
    return isNoticeOpen ? 'notice_open' : 'changed'
  },

  async list(after, limit) {
    const rows = await database.read.query<Row[]>(
      `${SELECT} WHERE a.binned_at > 0 ${after === null ? '' : 'AND (a.binned_at < ? OR (a.binned_at = ? AND a.id < ?))'}
       ORDER BY a.binned_at DESC, a.id DESC LIMIT ?`,
      [...(after === null ? [] : [after.at, after.at, after.id]), limit],
    )
    return rows.map(binnedOf)
  },

  async find(id) {
    const [row] = await database.read.query<Row[]>(`${SELECT} WHERE a.id = ? AND a.binned_at IS NOT NULL`, [id])
    return row === undefined ? null : binnedOf(row)
  },

  takeOut: (id, audit) =>
    database.write(async (manager) => {
      if ((await affectedRows(manager, OUT_OF_BIN, [audit.at, audit.staffId, id])) === 0) return false
      await recordAudit(manager, audit)
      return true
    }),

  async since(before, limit) {
    const rows = await database.read.query<{ id: string }[]>(
      'SELECT id FROM article WHERE binned_at <= ? ORDER BY binned_at, id LIMIT ?',
      [before, limit],
    )
    return rows.map(({ id }) => id)
  },

  purge: (id, audit) =>
    database.write(async (manager) => {
      // Held first: who restores it at this moment comes before or after, never in between.
      if (
        (await affectedRows(manager, 'UPDATE article SET version = version + 1 WHERE id = ? AND binned_at > 0', [
          id,
        ])) === 0
      )
        return null
      const files = await removeOwnFiles(manager, id)
      await doom(manager, files, audit.at)
      for (const table of HANGING) await manager.query(`DELETE FROM ${table} WHERE article_id = ?`, [id])
      await manager.query('DELETE FROM article WHERE id = ?', [id])
      await recordAudit(manager, audit)
      return files
    }),
})

import type { EntityManager } from 'typeorm'
import type { StoredEvent } from '../../features/articles/ports'
import type { ArticleHistory } from '../../features/articles/portsHistory'
import { REVISIONS_KEPT } from '../../../shared/domain/revisions'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import { ArticleEntity, ArticleRevisionEntity } from '../entities'
import { COVER_COLUMNS, coverOf, EVENT_COLUMNS, eventOf, type CoverColumns, type EventColumns } from './articleColumns'

/** Keeps the article as it stands in this transaction, unless its version is kept already; the oldest go. */
export async function keepRevision(manager: EntityManager, articleId: string): Promise<void> {
  const article = await manager.findOneByOrFail(ArticleEntity, { id: articleId })
  const { version } = article
  if (await manager.existsBy(ArticleRevisionEntity, { articleId, version })) return
  const [row] = await manager.query<EventColumns[]>(`SELECT ${EVENT_COLUMNS} FROM event e WHERE e.article_id = ?`, [
    articleId,
  ])
  const event = row === undefined ? null : eventOf(row)
  await manager.insert(ArticleRevisionEntity, {
    id: newId(),
    articleId,
    version,
    savedAt: article.updatedAt,
    savedBy: article.updatedBy,
    channelId: article.channelId,
    title: article.title,
    summary: article.summary,
    publisher: article.publisher,
    bodyHtml: article.bodyHtml,
    coverId: article.coverId,
    pinned: article.pinned,
    event: event === null ? '' : JSON.stringify(event),
  })
  const [old] = await manager.query<{ version: number }[]>(
    'SELECT version FROM article_revision WHERE article_id = ? ORDER BY version DESC LIMIT 1 OFFSET ?',
    [articleId, REVISIONS_KEPT],
  )
  if (old === undefined) return
  await manager.query('DELETE FROM article_revision WHERE article_id = ? AND version <= ?', [articleId, old.version])
}

/** What was written before there was a history is kept with the first save after, so that this can be taken back too. */
export async function keepFirstRevision(manager: EntityManager, articleId: string): Promise<void> {
  if (await manager.existsBy(ArticleRevisionEntity, { articleId })) return
  if (await manager.existsBy(ArticleEntity, { id: articleId })) await keepRevision(manager, articleId)
}

interface SummaryRow {
  id: string
  version: number
  saved_at: number | string
  saved_by_name: string | null
  title: string
}

interface DetailRow extends SummaryRow, CoverColumns {
  channel_id: string | null
  channel_slug: string
  channel_name: string
  summary: string
  publisher: string
  body_html: string
  pinned: number | boolean
  event: string
}

const SUMMARY = 'r.id, r.version, r.saved_at, r.title, s.name AS saved_by_name'
const FROM = 'FROM article_revision r LEFT JOIN staff s ON s.id = r.saved_by'

const summaryOf = (row: SummaryRow) => ({
  id: row.id,
  version: Number(row.version),
  savedAt: Number(row.saved_at),
  savedBy: row.saved_by_name,
  title: row.title,
})

const channelOf = (row: DetailRow) =>
  row.channel_id === null ? null : { id: row.channel_id, slug: row.channel_slug, name: row.channel_name }

export const createArticleHistory = (database: Database): ArticleHistory => ({
  async list(articleId) {
    const rows = await database.read.query<SummaryRow[]>(
      `SELECT ${SUMMARY} ${FROM} WHERE r.article_id = ? ORDER BY r.version DESC`,
      [articleId],
    )
    return rows.map(summaryOf)
  },

  async find(articleId, revisionId) {
    const [row] = await database.read.query<DetailRow[]>(
      `SELECT ${SUMMARY}, r.summary, r.publisher, r.body_html, r.pinned, r.event,
         c.id AS channel_id, c.slug AS channel_slug, c.name AS channel_name, ${COVER_COLUMNS}
       ${FROM} LEFT JOIN channel c ON c.id = r.channel_id LEFT JOIN media m ON m.id = r.cover_id
       WHERE r.id = ? AND r.article_id = ?`,
      [revisionId, articleId],
    )
    if (row === undefined) return null
    return {
      ...summaryOf(row),
      channel: channelOf(row),
      summary: row.summary,
      publisher: row.publisher,
      bodyHtml: row.body_html,
      cover: coverOf(row),
      pinned: Number(row.pinned) === 1,
      event: row.event === '' ? null : (JSON.parse(row.event) as StoredEvent),
    }
  },
})

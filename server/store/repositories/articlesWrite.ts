import type { EntityManager } from 'typeorm'
import type { StoredEvent } from '../../features/articles/ports'
import type {
  ArticleContent,
  Change,
  NewNotice,
  ScheduledPublication,
  StaffArticles,
} from '../../features/articles/portsStaff'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import { ArticleEntity, EventEntity, NoticeEntity } from '../entities'
import { isDuplicate } from '../isDuplicate'
import { recordAudit } from './audit'
import { followPlan } from './plannedNotices'

async function keepEvent(manager: EntityManager, articleId: string, event: StoredEvent | null): Promise<void> {
  await manager.delete(EventEntity, articleId)
  if (event === null) return
  const { location, ...times } = event
  const place = { latitude: location?.latitude ?? null, longitude: location?.longitude ?? null }
  await manager.insert(EventEntity, { articleId, ...times, ...place })
}

/** Moves an article one version on if it is still at the version that the change is based on. */
async function moveOn(
  manager: EntityManager,
  change: Change,
  set: string,
  values: unknown[],
  where = '',
): Promise<boolean> {
  const { id, version, audit } = change
  const sql = `UPDATE article SET version = version + 1, updated_at = ?, updated_by = ?${set} WHERE id = ? AND version = ?${where}`
  return (await affectedRows(manager, sql, [audit.at, audit.staffId, ...values, id, version])) === 1
}

async function insertNotice(manager: EntityManager, notice: NewNotice, articleId: string, audit: Change['audit']) {
  const { values, ...rest } = notice
  await manager.insert(NoticeEntity, {
    ...rest,
    articleId,
    kind: 'preview',
    templateValues: JSON.stringify(values),
    status: 'preparing',
    createdBy: audit.staffId,
    createdAt: audit.at,
  })
}

const UNSCHEDULED = ', scheduled_at = NULL, scheduled_notice = NULL'

/** As `schedule` has kept it. */
export const scheduledOf = (kept: string | null): ScheduledPublication | null =>
  kept === null ? null : (JSON.parse(kept) as ScheduledPublication)

const CONTENT = `, channel_id = ?, title = ?, summary = ?, publisher = ?, body_html = ?, blocks = ?, cover_id = ?, pinned = ?`
const contentValues = (content: ArticleContent): unknown[] => [
  content.channelId,
  content.title,
  content.summary,
  content.publisher,
  content.bodyHtml,
  content.blocks,
  content.coverId,
  content.pinned ? 1 : 0,
]

export const createArticleWrites = (
  database: Database,
): Pick<StaffArticles, 'create' | 'save' | 'publish' | 'withdraw' | 'schedule' | 'unschedule'> => ({
  create(id, { event, ...content }, audit) {
    return database.write(async (manager) => {
      const made = { createdAt: audit.at, createdBy: audit.staffId, updatedAt: audit.at, updatedBy: audit.staffId }
      await manager.insert(ArticleEntity, {
        id,
        ...content,
        scheduledAt: null,
        scheduledNotice: null,
        status: 'draft',
        publishedAt: null,
        views: 0,
        version: 1,
        ...made,
      })
      await keepEvent(manager, id, event)
      await recordAudit(manager, audit)
    })
  },

  save(change, content, plan) {
    return database.write(async (manager) => {
      if (!(await moveOn(manager, change, CONTENT, contentValues(content)))) return false
      await keepEvent(manager, change.id, content.event)
      await followPlan(manager, change, plan)
      await recordAudit(manager, change.audit)
      return true
    })
  },

  async publish({ notice, summary, plan, ...change }) {
    const set = `, status = 'published', summary = ?, published_at = COALESCE(published_at, ?)${UNSCHEDULED}`
    try {
      return await database.write(async (manager) => {
        const moved = await moveOn(manager, change, set, [summary, change.audit.at], ` AND status <> 'published'`)
        if (!moved) return 'changed'
        if (notice !== null) await insertNotice(manager, notice, change.id, change.audit)
        await followPlan(manager, change, plan)
        await recordAudit(manager, change.audit)
        return 'published'
      })
    } catch (error) {
      if (isDuplicate(error)) return 'notice_exists'
      throw error
    }
  },

  withdraw(change) {
    return database.write(async (manager) => {
      const moved = await moveOn(manager, change, `, status = 'withdrawn'`, [], ` AND status = 'published'`)
      if (!moved) return false
      await followPlan(manager, change, { reminders: [], off: true })
      await recordAudit(manager, change.audit)
      return true
    })
  },

  schedule({ at, summary, publication, ...change }) {
    return database.write(async (manager) => {
      const { id } = change
      const tells = publication.notice !== null
      if (tells && (await manager.existsBy(NoticeEntity, { dedupeKey: `preview:${id}` }))) return 'notice_exists'
      const set = `, summary = ?, scheduled_at = ?, scheduled_notice = ?`
      const values = [summary, at, JSON.stringify(publication)]
      if (!(await moveOn(manager, change, set, values, ` AND status <> 'published'`))) return 'changed'
      await recordAudit(manager, change.audit)
      return 'scheduled'
    })
  },

  unschedule(change) {
    return database.write(async (manager) => {
      const moved = await moveOn(manager, change, UNSCHEDULED, [], ' AND scheduled_at IS NOT NULL')
      if (moved) await recordAudit(manager, change.audit)
      return moved
    })
  },
})

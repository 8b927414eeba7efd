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
import { APPROVED_NOW, approvalAfter, tellTrail } from './articleApproval'
import { keepFirstRevision, keepRevision } from './articleRevisions'
import { recordAudit } from './audit'
import { followPlan } from './plannedNotices'
import { withPublicTraces } from './publicContent'

/** Keeps an event anew. When one that members can see is moved, in time or to another venue, `at` is noted beside it. */
async function keepEvent(
  manager: EntityManager,
  articleId: string,
  event: StoredEvent | null,
  at: number,
): Promise<void> {
  const before = await manager.findOneBy(EventEntity, { articleId })
  await manager.delete(EventEntity, articleId)
  if (event === null) return
  const { location, ...times } = event
  const place = { latitude: location?.latitude ?? null, longitude: location?.longitude ?? null }
  const isMoved =
    before !== null &&
    (before.startsAt !== event.startsAt || before.endsAt !== event.endsAt || before.venue !== event.venue) &&
    (await manager.existsBy(ArticleEntity, { id: articleId, status: 'published' }))
  const changedAt = isMoved ? at : (before?.changedAt ?? null)
  await manager.insert(EventEntity, { articleId, ...times, ...place, changedAt })
}

/** Moves an article one version on if it is still at the version that the change is based on. */
export async function moveOn(
  manager: EntityManager,
  change: Change,
  set: string,
  values: unknown[],
  where = '',
  whereValues: unknown[] = [],
): Promise<boolean> {
  const { id, version, audit } = change
  const sql = `UPDATE article SET version = version + 1, updated_at = ?, updated_by = ?${set} WHERE id = ? AND version = ?
    AND binned_at IS NULL${where}`
  return (await affectedRows(manager, sql, [audit.at, audit.staffId, ...values, id, version, ...whereValues])) === 1
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

/** Still as it was when it was judged fit. */
const AS_JUDGED = ` AND status <> 'published' AND review_state = ?`
const UNSCHEDULED = ', scheduled_at = NULL, scheduled_notice = NULL'
/** What is not public, nor going to be, is not withdrawn either. */
const NOT_WITHDRAWN = ', withdraw_at = NULL, withdraw_by = NULL'
/** Whoever set the moment stays who set it. In this order: MySQL computes with what stands before. */
const WITHDRAWN_LATER =
  ', withdraw_by = CASE WHEN ? IS NULL THEN NULL WHEN withdraw_at = ? THEN withdraw_by ELSE ? END, withdraw_at = ?'
const withdrawalValues = (at: number | null, staffId: string) => [at, at, staffId, at]

/** As `schedule` has kept it; what was kept before anybody could choose the night waits for the morning. */
export function scheduledOf(kept: string | null): ScheduledPublication | null {
  if (kept === null) return null
  const { notice, by } = JSON.parse(kept) as ScheduledPublication
  return { notice: notice && { ...notice, atNight: notice.atNight ?? false }, by }
}

/** What is unpinned, or goes to another channel, has no place there. It comes first: MySQL computes with what stands before. */
const CONTENT = `, pin_place = CASE WHEN ? = 1 AND channel_id = ? THEN pin_place ELSE 0 END, channel_id = ?, title = ?, summary = ?, publisher = ?, body_html = ?, blocks = ?, cover_id = ?, pinned = ?`
const contentValues = (content: ArticleContent): unknown[] => [
  content.pinned ? 1 : 0,
  content.channelId,
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
): Pick<StaffArticles, 'create' | 'madeWith' | 'save' | 'publish' | 'withdraw' | 'schedule' | 'unschedule'> => {
  const inPublic = ({ id }: Change, work: (manager: EntityManager) => Promise<boolean>) =>
    database.write((manager) => withPublicTraces(manager, id, () => work(manager)))

  return {
    async create(id, { event, ...content }, audit, key) {
      const write = async (manager: EntityManager) => {
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
          saveKey: key ?? null,
          writtenBy: audit.staffId,
          ...made,
        })
        await keepEvent(manager, id, event, audit.at)
        await keepRevision(manager, id)
        await recordAudit(manager, audit)
      }
      try {
        await database.write(write)
        return true
      } catch (error) {
        if (key !== undefined && isDuplicate(error)) return false
        throw error
      }
    },

    async madeWith(key, staffId) {
      const made = await database.read.findOne(ArticleEntity, {
        where: { saveKey: key, createdBy: staffId },
        select: { id: true },
      })
      return made?.id ?? null
    },

    save(change, content, plan) {
      return inPublic(change, async (manager) => {
        await keepFirstRevision(manager, change.id)
        const approval = await approvalAfter(manager, change, content)
        const values = [...contentValues(content), ...approval.values]
        if (!(await moveOn(manager, change, CONTENT + approval.set, values))) return false
        if (approval.approves) await tellTrail(manager, { ...change, version: change.version + 1 }, 'approved')
        await keepEvent(manager, change.id, content.event, change.audit.at)
        await keepRevision(manager, change.id)
        await followPlan(manager, change, plan)
        await recordAudit(manager, change.audit)
        return true
      })
    },

    async publish({ notice, summary, plan, review, approves, withdrawAt, ...change }) {
      const { at, staffId } = change.audit
      const set = `, status = 'published', summary = ?, published_at = COALESCE(published_at, ?)${UNSCHEDULED}${WITHDRAWN_LATER}${approves ? APPROVED_NOW : ''}`
      const values = [summary, at, ...withdrawalValues(withdrawAt, staffId), ...(approves ? [staffId, at] : [])]
      try {
        const isPublished = await inPublic(change, async (manager) => {
          const moved = await moveOn(manager, change, set, values, AS_JUDGED, [review])
          if (!moved) return false
          if (approves) await tellTrail(manager, change, 'approved')
          if (notice !== null) await insertNotice(manager, notice, change.id, change.audit)
          await followPlan(manager, change, plan)
          await recordAudit(manager, change.audit)
          return true
        })
        return isPublished ? 'published' : 'changed'
      } catch (error) {
        if (isDuplicate(error)) return 'notice_exists'
        throw error
      }
    },

    withdraw(change) {
      return inPublic(change, async (manager) => {
        const moved = await moveOn(
          manager,
          change,
          `, status = 'withdrawn'${NOT_WITHDRAWN}`,
          [],
          ` AND status = 'published'`,
        )
        if (!moved) return false
        await followPlan(manager, change, { reminders: [], off: true })
        await recordAudit(manager, change.audit)
        return true
      })
    },

    schedule({ at, summary, publication, review, approves, withdrawAt, ...change }) {
      return database.write(async (manager) => {
        const { id } = change
        const tells = publication.notice !== null
        if (tells && (await manager.existsBy(NoticeEntity, { dedupeKey: `preview:${id}` }))) return 'notice_exists'
        const { staffId } = change.audit
        const set = `, summary = ?, scheduled_at = ?, scheduled_notice = ?${WITHDRAWN_LATER}${approves ? APPROVED_NOW : ''}`
        const planned = [JSON.stringify(publication), ...withdrawalValues(withdrawAt, staffId)]
        const values = [summary, at, ...planned, ...(approves ? [staffId, change.audit.at] : [])]
        if (!(await moveOn(manager, change, set, values, AS_JUDGED, [review]))) return 'changed'
        if (approves) await tellTrail(manager, change, 'approved')
        await recordAudit(manager, change.audit)
        return 'scheduled'
      })
    },

    unschedule(change, held) {
      return database.write(async (manager) => {
        const moved = await moveOn(manager, change, UNSCHEDULED + NOT_WITHDRAWN, [], ' AND scheduled_at IS NOT NULL')
        if (moved && held !== undefined) await tellTrail(manager, change, 'held', held)
        if (moved) await recordAudit(manager, change.audit)
        return moved
      })
    },
  }
}

import { In, type EntityManager } from 'typeorm'
import { noticeStatusesBefore } from '../../../shared/domain/notice'
import type { Change, NoticePlan, PlannedReminder } from '../../features/articles/portsStaff'
import { affectedRows } from '../affectedRows'
import { MemberEventChoiceEntity, NoticeEntity } from '../entities'
import { recordAudit } from './audit'

const keyOf = (articleId: string, minutes: number): string => `reminder:${articleId}:${minutes}`

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/**
 * Ends a notice that is not over because of what became of its event. The key of a reminder that waited is let go, so
 * that it is planned anew when the event comes back; who fired or was cancelled by staff keeps it, and is never made
 * again.
 */
async function cancel(manager: EntityManager, notice: { id: string; dedupeKey: string }, { audit }: Change) {
  const from = noticeStatusesBefore('cancelled')
  const moved = await affectedRows(
    manager,
    `UPDATE notice SET dedupe_key = CASE WHEN status = 'scheduled' THEN ? ELSE dedupe_key END, status = 'cancelled',
      pause_reason = NULL WHERE id = ? AND status IN (${marks(from)})`,
    [`gone:${notice.id}`, notice.id, ...from],
  )
  if (moved === 0) return
  const { at, staffId, address } = audit
  const entry = { at, staffId, address, action: 'notice.cancel', subjectType: 'notice' as const, subjectId: notice.id }
  await recordAudit(manager, { ...entry, detail: { because: audit.action } })
}

async function insertReminder(manager: EntityManager, planned: PlannedReminder, { id: articleId, audit }: Change) {
  await manager.insert(NoticeEntity, {
    id: planned.id,
    articleId,
    kind: 'reminder',
    audience: 'told',
    dedupeKey: keyOf(articleId, planned.minutes),
    templateId: planned.templateId,
    templateValues: JSON.stringify(planned.values),
    page: planned.page,
    status: 'scheduled',
    scheduledAt: planned.at,
    createdBy: audit.staffId,
    createdAt: audit.at,
  })
}

/** Reminds nobody of what will not be: not by what waits, and not by what is under way. */
async function callOff(manager: EntityManager, change: Change): Promise<void> {
  const open = await manager.find(NoticeEntity, {
    where: [
      { articleId: change.id, kind: 'reminder', status: In(noticeStatusesBefore('cancelled')) },
      { articleId: change.id, kind: 'change', status: 'scheduled' },
    ],
    select: { id: true, dedupeKey: true },
  })
  for (const notice of open) await cancel(manager, notice, change)
}

/** Whether a notice of the article is on its way to members. */
export const hasNoticeUnderWay = (manager: EntityManager, articleId: string): Promise<boolean> =>
  manager.existsBy(NoticeEntity, { articleId, status: In(['preparing', 'running', 'paused']) })

/** Calls off whatever has not begun: the article is deleted. */
export async function callOffAll(manager: EntityManager, change: Change): Promise<void> {
  const open = await manager.find(NoticeEntity, {
    where: { articleId: change.id, status: In(noticeStatusesBefore('cancelled')) },
    select: { id: true, dedupeKey: true },
  })
  for (const notice of open) await cancel(manager, notice, change)
}

async function movePlanned(manager: EntityManager, change: Change, planned: PlannedReminder[]): Promise<void> {
  const { id: articleId } = change
  const keys = new Map(planned.map((entry) => [keyOf(articleId, entry.minutes), entry]))
  const known = await manager.find(NoticeEntity, {
    where: { articleId, kind: 'reminder' },
    select: { id: true, dedupeKey: true, status: true },
  })
  for (const notice of known) {
    const entry = keys.get(notice.dedupeKey)
    keys.delete(notice.dedupeKey)
    // One that staff made themselves stays at the time that they gave it.
    if (notice.status !== 'scheduled' || !/^reminder:[^:]+:\d+$/.test(notice.dedupeKey)) continue
    if (entry === undefined) await cancel(manager, notice, change)
    else {
      const { templateId, values, at } = entry
      const moved = { templateId, templateValues: JSON.stringify(values), scheduledAt: at }
      await manager.update(NoticeEntity, { id: notice.id, status: 'scheduled' }, moved)
    }
  }
  const isWanted =
    keys.size > 0 &&
    ((await manager.existsBy(NoticeEntity, { articleId, kind: 'preview' })) ||
      (await manager.existsBy(MemberEventChoiceEntity, { articleId, remind: true })))
  if (isWanted) for (const entry of keys.values()) await insertReminder(manager, entry, change)
}

/** Brings the notices that are still to come in line with the event, in the transaction that changes it. */
export async function followPlan(manager: EntityManager, change: Change, plan: NoticePlan): Promise<void> {
  if (plan.off) await callOff(manager, change)
  else await movePlanned(manager, change, plan.reminders)
}

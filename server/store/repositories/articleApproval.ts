import type { EntityManager } from 'typeorm'
import type { StoredEvent } from '../../features/articles/ports'
import type { ArticleContent, Change, StoredReviewEntry } from '../../features/articles/portsStaff'
import type { ReviewKind } from '../../../shared/domain/review'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import { ArticleEntity, ArticleReviewEntity, EventEntity } from '../entities'

/** Adds an entry to an article's trail, in the transaction of what it tells. */
export async function tellTrail(
  manager: EntityManager,
  { id: articleId, version, audit }: Change,
  kind: ReviewKind,
  text = '',
): Promise<void> {
  // what the program does by itself is in nobody's name
  const staffId = kind === 'held' ? null : audit.staffId
  await manager.insert(ArticleReviewEntity, { id: newId(), articleId, version, staffId, kind, text, at: audit.at })
}

const eventText = (event: Omit<StoredEvent, 'location'> & { location?: StoredEvent['location'] }): string => {
  const { startsAt, endsAt, venue, address, location, signupDeadline, decision, capacityNote } = event
  return JSON.stringify([
    startsAt,
    endsAt,
    venue,
    address,
    location ?? null,
    signupDeadline,
    decision,
    capacityNote || null,
  ])
}

async function hasSameEvent(manager: EntityManager, articleId: string, event: StoredEvent | null): Promise<boolean> {
  const before = await manager.findOneBy(EventEntity, { articleId })
  if (before === null || event === null) return before === event
  const { latitude, longitude } = before
  const location = latitude === null || longitude === null ? null : { latitude, longitude }
  return eventText({ ...before, location }) === eventText(event)
}

/** What a save does to who wrote and who approved the article: columns to set, their values, and what the trail tells. */
export interface ApprovalMove {
  set: string
  values: unknown[]
  approves: boolean
}

/** Decided by the row as it is when it is written: somebody may approve it at this very moment. */
const LAPSES = `, written_by = ?, approved_by = NULL, approved_at = NULL,
  review_state = CASE WHEN review_state = 'approved' THEN 'none' ELSE review_state END`

const NOTHING: ApprovalMove = { set: '', values: [], approves: false }

/**
 * A save that changes what members read is by its writer, and takes an approval away; where it is public at once, whoever
 * saves it answers for it. To be asked before the save, in its transaction.
 */
export async function approvalAfter(
  manager: EntityManager,
  { id, audit }: Change,
  content: ArticleContent,
): Promise<ApprovalMove> {
  const before = await manager.findOneBy(ArticleEntity, { id })
  if (before === null) return NOTHING
  const fields = ['channelId', 'title', 'summary', 'publisher', 'bodyHtml', 'coverId'] as const
  const isSame = fields.every((field) => before[field] === content[field])
  if (isSame && (await hasSameEvent(manager, id, content.event))) return NOTHING
  if (before.status === 'published') {
    const set = `, written_by = ?, review_state = 'approved', approved_by = ?, approved_at = ?`
    return { set, values: [audit.staffId, audit.staffId, audit.at], approves: true }
  }
  return { set: LAPSES, values: [audit.staffId], approves: false }
}

/** For whoever publishes what nobody has approved: that is their approval. */
export const APPROVED_NOW = `, review_state = 'approved', approved_by = ?, approved_at = ?`

const TRAIL_SHOWN = 100

/** What was said and decided about an article, oldest first; of a long trail its end. */
export async function trailOf(database: Database, articleId: string): Promise<StoredReviewEntry[]> {
  const rows = await database.read.query<
    (Omit<StoredReviewEntry, 'at' | 'by'> & { at: number | string; name: string | null })[]
  >(
    `SELECT r.id, r.kind, r.version, r.at, r.text, s.name FROM article_review r LEFT JOIN staff s ON s.id = r.staff_id
      WHERE r.article_id = ? ORDER BY r.id DESC LIMIT ?`,
    [articleId, TRAIL_SHOWN],
  )
  return rows
    .map(({ name, ...row }) => ({ ...row, version: Number(row.version), by: name, at: Number(row.at) }))
    .reverse()
}

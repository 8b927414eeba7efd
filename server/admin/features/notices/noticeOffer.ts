import type { StaffArticle } from '../../../../shared/contract'
import type { NoticeKind } from '../../../../shared/domain/notice'

/** A notice that staff decide by themselves; a preview goes with publishing. */
export type DecidedKind = Exclude<NoticeKind, 'preview'>

type Told = Pick<StaffArticle, 'status' | 'event' | 'notices'>

/** Whether members were told of this event, or are being told right now. */
export const wasTold = (article: Pick<StaffArticle, 'notices'>): boolean =>
  article.notices.some(({ status }) => ['preparing', 'running', 'paused', 'finished', 'halted'].includes(status))

/** Which notices make sense for the event as the server has it; none unless it is published and not over. */
export function possibleKinds(article: Told, now: number): DecidedKind[] {
  if (article.status !== 'published' || article.event === null || !wasTold(article)) return []
  if (Date.parse(article.event.endsAt) <= now) return []
  return article.event.decision === 'cancelled' ? ['cancellation'] : ['reminder', 'change']
}

/**
 * The notice to offer after a save: the event was called off, or moved in time or place, and members had been told.
 * Null when nothing changed that they should know.
 */
export function noticeToOffer(before: Told | null, after: Told, now: number): DecidedKind | null {
  const was = before?.event ?? null
  const is = after.event
  if (was === null || is === null || possibleKinds(after, now).length === 0) return null
  if (is.decision === 'cancelled') return was.decision === 'cancelled' ? null : 'cancellation'
  return changeOf(was, is) === null ? null : 'change'
}

type Arrangement = Pick<NonNullable<StaffArticle['event']>, 'startsAt' | 'endsAt' | 'venue' | 'address' | 'decision'>

/** What changed, in at most five characters, as WeChat's `phrase` fields take it; null when nothing did. */
export function changeOf(was: Arrangement, is: Arrangement): string | null {
  if (was.decision === 'cancelled' && is.decision === 'scheduled') return '恢复举行'
  const time = was.startsAt !== is.startsAt || was.endsAt !== is.endsAt
  const place = was.venue !== is.venue || was.address !== is.address
  if (time && place) return '安排调整'
  if (time) return '时间调整'
  return place ? '地点调整' : null
}

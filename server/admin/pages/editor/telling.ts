import type { StaffArticle } from '../../../../shared/contract'
import { changeOf, noticeToOffer, type DecidedKind } from '../../features/notices/noticeOffer'

/** A notice that is to be decided: because staff asked for it, or because a save changed what members were told. */
export interface Telling {
  kind: DecidedKind
  /** What happened, in at most five characters; null: what the template says by itself. */
  phrase: string | null
  offered: boolean
}

const CANCELLED = '活动取消'

/** Staff came by themselves. */
export const tellingOf = (kind: DecidedKind): Telling => ({
  kind,
  phrase: kind === 'cancellation' ? CANCELLED : null,
  offered: false,
})

/** What to offer after a save; null when members know everything that they should. */
export function tellingAfter(before: StaffArticle | null, after: StaffArticle): Telling | null {
  const kind = noticeToOffer(before, after, Date.now())
  const was = before?.event ?? null
  if (kind === null || was === null || after.event === null) return null
  const phrase = kind === 'cancellation' ? CANCELLED : changeOf(was, after.event)
  return { kind, phrase, offered: true }
}

import type { StaffArticle, StaffMember } from '../../../../shared/contract'
import { REVIEW_MOVES, type ReviewStep } from '../../../../shared/domain/review'

export interface Standing {
  /** As the server has it; null before the first save. */
  article: StaffArticle | null
  staff: StaffMember
  /** Nobody publishes what they wrote last themselves. */
  fourEyes: boolean
  /** Whether the page holds more than the server. */
  dirty: boolean
}

/** Whether somebody else has to look at it before this person may publish it; what is typed now counts as theirs. */
export function needsOthers({ article, staff, fourEyes, dirty }: Standing): boolean {
  if (staff.role === 'writer') return true
  if (!fourEyes) return false
  if (article === null || dirty) return true
  return article.reviewed.writtenBy === staff.id && !article.reviewed.byAnother
}

const isOwn = ({ article, staff }: Standing) => article === null || article.createdBy === staff.id

/** The steps that are offered to this person now. The server has the last word. */
export function stepsFor(standing: Standing): ReviewStep[] {
  const { article, staff, fourEyes } = standing
  const state = article?.review ?? 'none'
  const decides = staff.role !== 'writer'
  if (article?.status === 'published') return []
  const ownWriting = fourEyes && article !== null && article.reviewed.writtenBy === staff.id
  const may: Record<ReviewStep, boolean> = {
    submitted: decides || isOwn(standing),
    withdrawn: isOwn(standing),
    approved: decides && !ownWriting,
    returned: decides,
    commented: article !== null && (decides || isOwn(standing)),
  }
  const steps: ReviewStep[] = ['approved', 'returned', 'submitted', 'withdrawn', 'commented']
  return steps.filter((step) => may[step] && REVIEW_MOVES[step].from.includes(state))
}

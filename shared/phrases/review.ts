import type { ReviewKind, ReviewState } from '../domain/review'
import type { Phrase } from './statuses'

export const REVIEW_STATES: Record<ReviewState, Phrase> = {
  none: { zh: '未提交审核', en: 'Not submitted' },
  submitted: { zh: '待审核', en: 'Awaiting review' },
  approved: { zh: '已批准', en: 'Approved' },
  returned: { zh: '已退回', en: 'Returned' },
}

/** What somebody did, after their name. */
export const REVIEW_KINDS: Record<ReviewKind, Phrase> = {
  submitted: { zh: '提交审核', en: 'submitted it' },
  withdrawn: { zh: '撤回提交', en: 'took it back' },
  commented: { zh: '留言', en: 'commented' },
  approved: { zh: '批准', en: 'approved it' },
  returned: { zh: '退回', en: 'returned it' },
  held: { zh: '定时发布未执行', en: 'was not published at its time' },
}

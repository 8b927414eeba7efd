import type { ReviewSettings } from '../../../shared/contract'
import type { Clock } from '../../kernel/clock'
import type { ReviewRulesStore } from './portsReview'
import type { Actor } from './saveArticle'

export interface ReviewRulesDeps {
  reviewRules: ReviewRulesStore
  clock: Clock
}

/** Changes what has to be checked before it is published; what is public already stays so. */
export async function changeReviewRules(
  { reviewRules, clock }: ReviewRulesDeps,
  rules: ReviewSettings,
  { staff, address }: Actor,
): Promise<ReviewSettings> {
  const was = await reviewRules.read()
  const subject = { subjectType: 'setting', subjectId: 'review' } as const
  const audit = { at: clock.now(), staffId: staff.id, action: 'setting.change', ...subject, address }
  await reviewRules.keep(rules, { ...audit, detail: { was, is: rules } })
  return reviewRules.read()
}

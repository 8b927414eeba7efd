import type { ReviewQueue, StaffArticle } from '../../../shared/contract'
import { lacksOtherEyes, REVIEW_MOVES, type ReviewStep } from '../../../shared/domain/review'
import { AppError, invalidFields } from '../../kernel/errors'
import { channelOf, publishProblems } from './draft'
import type { ArticleReviews } from './portsReview'
import type { StaffArticleFound } from './portsStaff'
import { iso } from './presenter'
import { articleAudit, findArticle, showArticle, type Actor, type StaffArticleDeps } from './saveArticle'
import { NOBODY } from './staffPresenter'

export interface ReviewDeps extends StaffArticleDeps {
  reviews: ArticleReviews
}

export interface ReviewCommand {
  id: string
  /** The version that was looked at. */
  version: number
  kind: ReviewStep
  text: string
}

const FIRST = 5

/** Writers ask for review of what they made and answer there; to decide is for those who may publish. */
function mayStep({ staff }: Actor, article: StaffArticleFound, kind: ReviewStep): boolean {
  if (staff.role !== 'writer') return true
  return kind !== 'approved' && kind !== 'returned' && article.createdBy === staff.id
}

/** Nobody is asked to review what could not be published afterwards. */
async function refuseUnfinished({ channels }: ReviewDeps, { channel, bodyHtml, event }: StaffArticleFound) {
  const problems = publishProblems(channelOf(await channels.tree(), channel.slug).kind, bodyHtml, event)
  if (Object.keys(problems).length > 0) throw invalidFields(problems)
}

/**
 * One step of a review.
 * @throws AppError article_changed when somebody saved in between, review_changed when somebody else decided
 */
export async function stepReview(deps: ReviewDeps, command: ReviewCommand, actor: Actor): Promise<StaffArticle> {
  const { id, version, kind, text } = command
  const found = await findArticle(deps, id)
  if (!mayStep(actor, found, kind)) throw new AppError('role_forbidden')
  if ((kind === 'commented' || kind === 'returned') && text === '') throw invalidFields({ text: { code: 'required' } })
  if (kind !== 'commented' && found.status === 'published') throw new AppError('article_published')
  if (found.version !== version) throw new AppError('article_changed')
  const { from, to } = REVIEW_MOVES[kind]
  if (!from.includes(found.review)) throw new AppError('review_changed')
  if (kind === 'submitted') await refuseUnfinished(deps, found)
  if (kind === 'approved' && lacksOtherEyes(await deps.reviewRules.read(), found.written, actor.staff.id)) {
    throw new AppError('review_own')
  }
  const audit = articleAudit(deps, actor, `review_${kind}`, id, { title: found.title, version, text })
  if (!(await deps.reviews.step({ id, version, kind, text, from, to, audit }))) {
    throw new AppError((await findArticle(deps, id)).version === version ? 'review_changed' : 'article_changed')
  }
  return showArticle(deps, id)
}

/** What waits for those who may publish, and what came back to who asks. */
export async function showReviewQueue({ reviews }: { reviews: ArticleReviews }, staffId: string): Promise<ReviewQueue> {
  const [{ count, first }, returned] = await Promise.all([reviews.waiting(FIRST), reviews.returnedTo(staffId)])
  return {
    waiting: count,
    first: first.map(({ submittedAt, submittedBy, ...article }) => ({
      ...article,
      submittedAt: iso(submittedAt),
      submittedBy: submittedBy ?? NOBODY,
    })),
    returned,
  }
}

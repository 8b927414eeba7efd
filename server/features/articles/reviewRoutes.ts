import { routes } from '../../http/route'
import { showReviewQueue, stepReview, type ReviewDeps } from './review'
import { changeReviewRules, type ReviewRulesDeps } from './reviewRules'

/** The check of articles before they are public. */
export const reviewRoutes = (deps: ReviewDeps & ReviewRulesDeps) =>
  routes({
    'GET /api/admin/reviews': (_request, { staff }) => showReviewQueue(deps, staff.id),
    'POST /api/admin/articles/{id}/review': ({ params, body }, context) =>
      stepReview(deps, { ...params, ...body }, context),
    'GET /api/admin/settings/review': () => deps.reviewRules.read(),
    'PUT /api/admin/settings/review': ({ body }, context) => changeReviewRules(deps, body, context),
  })

import type { Association } from '../../../shared/contract/association'
import { routes } from '../../http/route'
import { publishArticle, withdrawArticle, type PublishDeps } from './publishArticle'
import { scheduleArticle, unscheduleArticle } from './scheduleArticle'
import { createArticle, saveArticle, showArticle } from './saveArticle'
import { listForStaff } from './staffList'
import { withdrawLater, type WithdrawLaterDeps } from './withdrawLater'

export interface StaffArticleRouteDeps extends PublishDeps, WithdrawLaterDeps {
  association: Association
  sandbox: boolean
}

/** What staff do with articles. */
export const staffArticleRoutes = (deps: StaffArticleRouteDeps) =>
  routes({
    'GET /api/admin/site': async () => ({
      organisation: { name: deps.association.organisation.name, shortName: deps.association.organisation.shortName },
      channels: await deps.channels.tree(),
      templates: deps.templates,
      sandbox: deps.sandbox,
      currentAffairs: deps.association.checks.currentAffairs,
    }),
    'GET /api/admin/articles': ({ query }) => listForStaff(deps, query),
    'POST /api/admin/articles': ({ body }, context) => createArticle(deps, body, context),
    'GET /api/admin/articles/{id}': ({ params }) => showArticle(deps, params.id),
    'PUT /api/admin/articles/{id}': ({ params, body }, context) => saveArticle(deps, { ...params, ...body }, context),
    'POST /api/admin/articles/{id}/publish': ({ params, body }, context) =>
      publishArticle(deps, { ...params, ...body }, context),
    'POST /api/admin/articles/{id}/schedule': ({ params, body }, context) =>
      scheduleArticle(deps, { ...params, ...body }, context),
    'POST /api/admin/articles/{id}/unschedule': ({ params, body }, context) =>
      unscheduleArticle(deps, { ...params, ...body }, context),
    'POST /api/admin/articles/{id}/withdraw': ({ params, body }, context) =>
      withdrawArticle(deps, { ...params, ...body }, context),
    'POST /api/admin/articles/{id}/withdraw-later': ({ params, body }, context) =>
      withdrawLater(deps, { ...params, ...body }, context),
  })

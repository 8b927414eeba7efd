import { routes } from '../../http/route'
import { decideNotice } from './decideNotice'
import { listDeliveries, settleDelivery, showDelivery, type DeliveryDeps } from './deliveries'
import { followUpNotice } from './followUp'
import { moveNotice, settleRestored } from './moveNotice'
import { changeNoticeRules, showNoticeRules } from './noticeRules'
import { showQueue, type QueueDeps } from './queue'
import { countAudience, listNotices, showNotice } from './showNotices'

export type NoticeRouteDeps = DeliveryDeps & QueueDeps

/** What staff see of notices, and what they decide about them. */
export const noticeRoutes = (deps: NoticeRouteDeps) =>
  routes({
    'GET /api/admin/audience': ({ query }) => countAudience(deps, query),
    'GET /api/admin/notices': ({ query }) => listNotices(deps, query),
    'GET /api/admin/notices/{id}': ({ params }) => showNotice(deps, params.id),
    'POST /api/admin/notices': ({ body }, context) => decideNotice(deps, body, context),
    'POST /api/admin/notices/{id}/pause': ({ params }, context) => moveNotice(deps, 'pause', params.id, context),
    'POST /api/admin/notices/{id}/resume': ({ params }, context) => moveNotice(deps, 'resume', params.id, context),
    'POST /api/admin/notices/{id}/cancel': ({ params }, context) => moveNotice(deps, 'cancel', params.id, context),
    'POST /api/admin/notices/{id}/follow-up': ({ params }, context) => followUpNotice(deps, params.id, context),
    'POST /api/admin/notices/{id}/settle-restored': ({ params, body }, context) =>
      settleRestored(deps, params.id, body.outcome, context),
    'GET /api/admin/notices/{id}/deliveries': ({ params, query }) => listDeliveries(deps, { ...params, ...query }),
    'GET /api/admin/deliveries/{id}': ({ params }) => showDelivery(deps, params.id),
    'POST /api/admin/deliveries/{id}/settle': ({ params, body }, context) =>
      settleDelivery(deps, { ...params, ...body }, context),
    'GET /api/admin/queue': () => showQueue(deps),
    'GET /api/admin/settings/notices': () => showNoticeRules(deps),
    'PUT /api/admin/settings/notices': ({ body }, context) => changeNoticeRules(deps, body, context),
  })

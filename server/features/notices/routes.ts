import { routes } from '../../http/route'
import { countAudience, listNotices, showNotice, type NoticeDeps } from './showNotices'

/** What staff see of notices. */
export const noticeRoutes = (deps: NoticeDeps) =>
  routes({
    'GET /api/admin/audience': ({ query }) => countAudience(deps, query.kind),
    'GET /api/admin/notices': ({ query }) => listNotices(deps, query),
    'GET /api/admin/notices/{id}': ({ params }) => showNotice(deps, params.id),
  })

import { routes } from '../../http/route'
import { listRevisions, restoreRevision, showRevision, type HistoryDeps } from './history'

/** What the saves of an article were, and the way back to one. */
export const historyRoutes = (deps: HistoryDeps) =>
  routes({
    'GET /api/admin/articles/{id}/revisions': ({ params }) => listRevisions(deps, params.id),
    'GET /api/admin/articles/{id}/revisions/{revision}': ({ params }) => showRevision(deps, params),
    'POST /api/admin/articles/{id}/restore': ({ params, body }, context) =>
      restoreRevision(deps, { ...params, ...body }, context),
  })

import { routes } from '../../http/route'
import { acceptDoubtful, listDoubtful, listPages, mendDoubtful, type DoubtfulDeps } from './moveIn/doubtful'
import { beginMoveIn, checkAgain, discardMoveIn, resumeMoveIn, showMoveIn, takeOver, type RunDeps } from './moveIn/run'

/** The move-in as administrators do it on a page. */
export const moveInRoutes = (deps: RunDeps & DoubtfulDeps) =>
  routes({
    'GET /api/admin/move-in': () => showMoveIn(deps),
    'POST /api/admin/move-in': ({ query }, { upload, ...actor }) => beginMoveIn(deps, upload, query, actor),
    'GET /api/admin/move-in/pages': ({ query }) => listPages(deps, query),
    'POST /api/admin/move-in/{id}/check': ({ params, body }, actor) => checkAgain(deps, { ...params, ...body }, actor),
    'POST /api/admin/move-in/{id}/take': ({ params }, actor) => takeOver(deps, params.id, actor),
    'POST /api/admin/move-in/{id}/resume': ({ params }, actor) => resumeMoveIn(deps, params.id, actor),
    'DELETE /api/admin/move-in/{id}': ({ params }, actor) => discardMoveIn(deps, params.id, actor),
    'GET /api/admin/move-in/doubtful': ({ query }) => listDoubtful(deps, query),
    'PUT /api/admin/move-in/doubtful/{id}': ({ params, body }, actor) =>
      mendDoubtful(deps, { ...params, ...body }, actor),
    'POST /api/admin/move-in/doubtful/{id}/accept': ({ params, body }, actor) =>
      acceptDoubtful(deps, { ...params, ...body }, actor),
  })

import { routes } from '../../http/route'
import { binArticle, listBin, unbinArticle, type BinDeps } from './bin'
import { purgeArticle, type PurgeDeps } from './purge'

/** Deleting, with the way back. */
export const binRoutes = (deps: BinDeps & PurgeDeps) =>
  routes({
    'POST /api/admin/articles/{id}/bin': ({ params, body }, context) =>
      binArticle(deps, { ...params, ...body }, context),
    'GET /api/admin/bin': ({ query }, context) => listBin(deps, query, context),
    'POST /api/admin/bin/{id}/restore': ({ params }, context) => unbinArticle(deps, params.id, context),
    'DELETE /api/admin/bin/{id}': ({ params }, context) => purgeArticle(deps, params.id, context),
  })

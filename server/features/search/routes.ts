import { routes } from '../../http/route'
import { searchArticles, type SearchDeps } from './searchArticles'
import { suggest } from './suggest'

export const searchRoutes = (deps: SearchDeps) =>
  routes({
    'GET /api/search': ({ query }) => searchArticles(deps, query),
    'GET /api/search/suggestions': ({ query }) => suggest(deps, query.q),
  })

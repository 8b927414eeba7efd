import { routes } from '../../http/route'
import { readHome, type ReadDeps } from './home'
import { listArticles } from './list'
import { countView, readArticle } from './read'

/** What members read. */
export const articleRoutes = (deps: ReadDeps) =>
  routes({
    'GET /api/home': () => readHome(deps),
    'GET /api/channels/{slug}/articles': ({ params, query }) => listArticles(deps, { ...params, ...query }),
    'GET /api/articles/{id}': ({ params }) => readArticle(deps, params.id),
    'POST /api/articles/{id}/views': async ({ params, body }) => ({
      views: await countView(deps, params.id, body.opening),
    }),
  })

import type { AnswerCache } from '../../http/answerCache'
import { routes } from '../../http/route'
import { readHome, type ReadDeps } from './home'
import { listArticles } from './list'
import { readMonth } from './months'
import { countView, readArticle } from './read'
import { readSurroundings } from './surroundings'

export interface ArticleRouteDeps extends ReadDeps {
  answers: AnswerCache
}

/** Under which an article's answer is kept. */
export const articleKey = (id: string): string => `article ${id}`

/** What members read: kept, until something that it was made from changes. */
export const articleRoutes = ({ answers, ...deps }: ArticleRouteDeps) => {
  const home = () => answers.get('home', () => readHome(deps))
  return routes({
    'GET /api/home': home,
    'GET /api/prefetch': home,
    'GET /api/channels/{slug}/articles': ({ params: { slug }, query }) =>
      answers.get(`list ${slug} ${query.limit} ${query.cursor ?? ''}`, () => listArticles(deps, { slug, ...query })),
    'GET /api/articles/{id}': ({ params: { id } }) => answers.get(articleKey(id), () => readArticle(deps, id)),
    'GET /api/articles/{id}/surroundings': ({ params: { id } }) =>
      answers.get(`surroundings ${id}`, () => readSurroundings(deps, id)),
    'GET /api/events/months/{month}': ({ params: { month } }) =>
      answers.get(`month ${month}`, () => readMonth(deps, month)),
    'POST /api/articles/{id}/views': async ({ params, body }) => ({
      views: await countView(deps, params.id, body.opening),
    }),
  })
}

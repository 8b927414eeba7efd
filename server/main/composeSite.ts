import type { Association } from '../../shared/contract/association'
import { readHome, type ReadDeps } from '../features/articles/home'
import { listArticles } from '../features/articles/list'
import { presentSummary } from '../features/articles/presenter'
import type { PublishedSummary } from '../features/articles/ports'
import { readArticle } from '../features/articles/read'
import { siteAddresses } from '../features/site/addresses'
import { sayError } from '../features/site/apologies'
import { sitePages } from '../features/site/pageRoutes'
import type { PublicReads } from '../features/site/ports'
import type { AnswerCache } from '../http/answerCache'
import type { PagesOptions } from '../http/pages'
import type { PicturesOptions } from '../http/pictures'
import type { Database } from '../store/database'
import { createSiteArticles } from '../store/repositories/siteArticles'

export interface SiteParts {
  database: Database
  answers: AnswerCache
  reading: ReadDeps
  association: Association
  publicUrl: string
  pictures: PicturesOptions
}

/** What members read, for those outside WeChat. The numbers of views are left out there. */
function publicReads(reading: ReadDeps): PublicReads {
  const { articles, channels } = reading
  const present = (found: PublishedSummary[]) => found.map((article) => presentSummary(article, article.views))
  return {
    tree: () => channels.tree(),
    home: () => readHome(reading),
    list: (query) => listArticles(reading, query),
    article: (id) => readArticle(reading, id),
    async newest(channelIds, limit) {
      const found = await articles.latest(channelIds, limit)
      const sorted = found.sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? 1 : -1))
      return present(sorted.slice(0, limit))
    },
    eventsFrom: async (endAfter, limit) => present(await articles.comingEvents(endAfter, limit)),
  }
}

/** The public web: pages, feeds, calendars and maps for search engines and people outside WeChat. */
export function composeSite({ database, answers, reading, association, publicUrl, pictures }: SiteParts): PagesOptions {
  const pictureOrigins = pictures.elsewhere === undefined ? [] : [new URL(pictures.elsewhere).origin]
  const described = { association, addresses: siteAddresses(publicUrl), pictureOrigins }
  const deps = { reads: publicReads(reading), articles: createSiteArticles(database), clock: reading.clock }
  return {
    pages: sitePages({ ...described, ...deps, answers }),
    sayError: (code) => sayError(code, described),
  }
}

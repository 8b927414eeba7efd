import { z } from 'zod'
import { cursor, id, slug } from '../../../shared/contract/values'
import type { AnswerCache } from '../../http/answerCache'
import { page } from '../../http/pages'
import { Document } from '../../kernel/document'
import { readMap, readMapIndex, readMapOfPages } from './readMaps'
import {
  made,
  readArticlePage,
  readCalendar,
  readChannelPage,
  readEventCalendar,
  readFeed,
  readHomePage,
  type SiteDeps,
} from './readPages'
import { robotsDocument } from './robots'
import { STYLE, STYLE_PATH } from './style'

const none = z.strictObject({})
/** Before the first article of all stands no id. */
const mapPlace = z.strictObject({ slug, after: z.union([id, z.literal('0')]), last: id })

/** Every address of the public web, and what may stand in it. All of it is for everybody, and kept. */
export function sitePages({ answers, ...deps }: SiteDeps & { answers: AnswerCache }) {
  const { addresses } = deps
  const fixed = (document: Document) => () => Promise.resolve(made([], document))
  return [
    page('/articles', { params: none, read: () => answers.get('page home', () => readHomePage(deps)) }),
    page('/articles/{id}', {
      params: z.strictObject({ id }),
      read: ({ params }) => answers.get(`page ${params.id}`, () => readArticlePage(deps, params.id)),
    }),
    page('/articles/{id}/event.ics', {
      params: z.strictObject({ id }),
      read: ({ params }) => answers.get(`calendar ${params.id}`, () => readEventCalendar(deps, params.id)),
    }),
    page('/channels/{slug}', {
      params: z.strictObject({ slug }),
      query: z.object({ cursor: cursor.optional() }),
      read: ({ params, query }) =>
        answers.get(`page list ${params.slug} ${query.cursor ?? ''}`, () =>
          readChannelPage(deps, { ...params, ...query }),
        ),
    }),
    page('/channels/{slug}/feed.xml', {
      params: z.strictObject({ slug }),
      read: ({ params }) => answers.get(`feed ${params.slug}`, () => readFeed(deps, params.slug)),
    }),
    page('/feed.xml', { params: none, read: () => answers.get('feed', () => readFeed(deps)) }),
    page('/events.ics', { params: none, read: () => answers.get('calendar', () => readCalendar(deps)) }),
    page('/sitemap.xml', { params: none, read: () => answers.get('map', () => readMapIndex(deps)) }),
    page('/sitemaps/pages.xml', { params: none, read: () => answers.get('map pages', () => readMapOfPages(deps)) }),
    page('/sitemaps/{slug}/{after}/{last}.xml', {
      params: mapPlace,
      read: ({ params }) =>
        answers.get(`map ${params.slug} ${params.after} ${params.last}`, () => readMap(deps, params)),
    }),
    page('/robots.txt', { params: none, read: () => answers.get('robots', fixed(robotsDocument(addresses))) }),
    page(STYLE_PATH, {
      params: none,
      read: () =>
        answers.get('style', fixed(new Document(STYLE, { type: 'text/css; charset=utf-8', isImmutable: true }))),
    }),
  ]
}

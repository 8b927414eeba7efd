import { bytesOf, ratioOf, type Measured } from './bare'
import { idOf } from './fill'

const REQUESTS = 3_000
const COLD_REQUESTS = 1_000

/**
 * The public web, CPU a request over that of plain `node:http` sending the same bytes:
 * - `page`, `page_list`, `feed`, `calendar`: an article's page, one of a channel, its feed, all events; asked for before;
 * - `page_cold`: an article's page that nobody has asked for yet;
 * - `map_ms`: the index of the sitemap, made anew, and `map_part_ms`, one list of it.
 */
export async function publicPages(measured: Measured, articles: number): Promise<Record<string, number>> {
  const { product, raw } = measured
  const places = {
    page: `/articles/${idOf(0, articles - 1)}`,
    page_list: '/channels/notices',
    feed: '/channels/notices/feed.xml',
    calendar: '/events.ics',
  }
  const bytes = Object.fromEntries(
    await Promise.all(
      Object.entries(places).map(async ([name, path]) => [`/${name}`, await bytesOf(product.url + path)] as const),
    ),
  )
  await raw.ask({ ask: 'answers', answers: bytes })
  const line: Record<string, number> = {}
  for (const [name, path] of Object.entries(places)) {
    line[name] = (await ratioOf(measured, { path: () => path }, { path: () => `/${name}` }, REQUESTS)).ratio
  }
  let at = 0
  const cold = { path: () => `/articles/${idOf(0, (at += 1) % articles)}` }
  line.page_cold = (await ratioOf(measured, cold, { path: () => '/page' }, COLD_REQUESTS)).ratio
  const timed = async (path: string): Promise<[ms: number, body: string]> => {
    const begun = performance.now()
    const { body } = await bytesOf(product.url + path)
    return [Math.round(performance.now() - begun), body]
  }
  const [indexMs, index] = await timed('/sitemap.xml')
  const part = /<loc>[^<]*?(\/sitemaps\/notices\/[^<]+)<\/loc>/.exec(index)?.[1] ?? ''
  const [partMs] = await timed(part)
  return { ...line, map_ms: indexMs, map_part_ms: partMs }
}

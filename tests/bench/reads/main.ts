/**
 * What a read costs, on SQLite and MariaDB. One JSON line:
 * - `list`, `detail`, `not_modified`, `cold`: CPU a request over that of plain `node:http` sending the same bytes; in the
 *   first two every 50th request opens an article. `cold`: a page or an article that nobody has asked for before;
 *   `not_modified`: beside the bytes that it spares; `not_modified_beside_bare`: beside a bare 304;
 *   `list_us`, `detail_us`: microseconds of CPU behind the first two;
 * - `page`, `page_list`, `feed`, `calendar`: the same for an article of the public web, a page of a channel, its feed and all
 *   events; `page_cold`: an article's page that nobody has asked for; `map_ms`, `map_part_ms`: the sitemap's index and one list;
 * - `views_share`: CPU of counting and writing 5,000 views over that of 5,000 reads;
 * - `stampede_queries`: queries of 1,000 readers who come at once for an answer that was just dropped;
 * - `list_1m_over_1k`: time of a first and of a deep page in a channel of a million over those in one of a thousand;
 * - `search_p95_ms`: over rare, common and everywhere words in 100,000 articles;
 * - `probe_p99_ms`: of a healthy question beside hostile ones (see `tests/support/hostile.ts`), which go on all the time;
 *   `hostile_worst_ms`: the slowest of those;
 * - `start_ms`: from starting the process to its first answer; `rss_mb`: idle.
 *
 * `npm run -s bench:reads -- [--articles 100000] [--channel 1000000] [--db sqlite,mariadb] [--parts search,hostile,ratios,start,depth]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createPublishedArticles } from '../../../server/store/repositories/articlesRead'
import type { Database } from '../../../server/store/database'
import { openFreshDatabase, type DatabaseKind } from '../../support/databases'
import { channelIds, fillChannel, fillForSearch, idOf } from './fill'
import { hostile } from './hostile'
import { serveProduct, serveRaw, start } from './house'
import { median } from './load'
import { ratios } from './ratios'
import { search } from './search'

const FEW = 1_000
const LOOKS = 300

/** Pages of one channel beside pages of another, in turns. */
async function depthOf(database: Database, many: number): Promise<Record<string, number>> {
  await fillChannel(database, 'express', 1, FEW)
  await fillChannel(database, 'site', 2, many)
  const articles = createPublishedArticles(database)
  const ids = await channelIds(database)
  const first = Date.parse('2012-01-01T00:00:00Z')
  const page = (slug: string, prefix: number, count: number, deep: boolean) => {
    const at = Math.floor(count / 2)
    const after = deep ? { pinned: false, pinPlace: 0, publishedAt: first + at * 400_000, id: idOf(prefix, at) } : null
    return async () => {
      const begun = performance.now()
      const found = await articles.list({ channelIds: [ids.get(slug) ?? ''], after, limit: 21 })
      if (found.length !== 21) throw new Error(`a page of ${slug} has ${found.length}`)
      return performance.now() - begun
    }
  }
  const ratio = async (deep: boolean) => {
    const [large, small] = [page('site', 2, many, deep), page('express', 1, FEW, deep)]
    const times: [number[], number[]] = [[], []]
    for (let look = 0; look < LOOKS; look += 1) {
      times[0].push(await large())
      times[1].push(await small())
    }
    return median(times[0]) / median(times[1])
  }
  return { list_1m_over_1k: Number(Math.max(await ratio(false), await ratio(true)).toFixed(2)) }
}

async function startOf(environment: Record<string, string>) {
  const times: number[] = []
  let rss = 0
  for (let turn = 0; turn < 3; turn += 1) {
    const begun = performance.now()
    const product = await start(__filename, 'product', environment)
    await (await fetch(`${product.url}/api/home`)).text()
    times.push(performance.now() - begun)
    if (turn === 2) {
      await wait(3_000)
      rss = await product.ask({ ask: 'rss' })
    }
    await product.stop()
  }
  return { start_ms: Math.round(median(times)), rss_mb: Math.round(rss / 1024 / 1024) }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '100000' },
      channel: { type: 'string', default: '1000000' },
      db: { type: 'string', default: 'sqlite,mariadb' },
      parts: { type: 'string', default: 'search,hostile,ratios,start,depth' },
    },
  })
  const kinds = values.db.split(',') as DatabaseKind[]
  const [articles, channel] = [Number(values.articles), Number(values.channel)]
  const wanted = new Set(values.parts.split(','))
  const opened = await Promise.all(kinds.map(openFreshDatabase))
  const dataFolder = mkdtempSync(join(tmpdir(), 'bench-reads-'))
  const line: Record<string, number> = {}
  const told = (text: string) => process.stderr.write(`${text} ${Math.round(performance.now() / 1000)} s\n`)
  try {
    const databases = opened.map(({ database }) => database)
    const words = await fillForSearch(databases, 'notices', articles)
    told('articles')
    for (const [index, kind] of kinds.entries()) {
      const { database, url } = opened[index] ?? {}
      if (database === undefined || url === undefined) continue
      const environment = { DATABASE_URL: url, DATA_DIR: join(dataFolder, kind) }
      const parts: [name: string, measure: () => Promise<Record<string, number>>][] = [
        ['search', () => search(__filename, environment, words)],
        ['hostile', () => hostile(__filename, environment, words)],
        ['ratios', () => ratios(__filename, environment, articles)],
        ['start', () => startOf(environment)],
        ['depth', () => depthOf(database, channel)],
      ]
      for (const [part, measure] of parts.filter(([part]) => wanted.has(part))) {
        for (const [name, value] of Object.entries(await measure())) line[`${kind}_${name}`] = value
        told(`${kind}: ${part}`)
      }
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  } finally {
    for (const { close } of opened) await close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

const [role] = process.argv.slice(2)
if (role === 'product') void serveProduct()
else if (role === 'raw') serveRaw()
else void main()

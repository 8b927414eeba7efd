import { idOf } from './fill'
import { bytesOf, ratioOf } from './bare'
import { start, type Served } from './house'
import { median, poolOf } from './load'
import { publicPages } from './publicPages'

const REQUESTS = 3_000
const COLD_REQUESTS = 1_500
const VIEWS_EACH = 50
const VIEW_ROUNDS = 5
/** What a 304 has to say at least. */
const UNCHANGED = {
  status: 304,
  headers: ['Cache-Control', 'no-cache', 'Vary', 'Accept-Encoding', 'ETag', 'W/"0000000000000000000000000000"'],
  body: '',
}

/** What a warm and a cold read cost beside plain `node:http`. */
export async function ratios(program: string, environment: Record<string, string>, articles: number) {
  const product = await start(program, 'product', environment)
  const raw = await start(program, 'raw')
  const measured = { product, products: poolOf(product), raw, raws: poolOf(raw) }
  const list = '/api/channels/notices/articles'
  const detail = `/api/articles/${idOf(0, articles - 1)}`
  try {
    const [listBytes, detailBytes] = await Promise.all([bytesOf(product.url + list), bytesOf(product.url + detail)])
    const view = {
      headers: ['Content-Type', 'application/json; charset=utf-8', 'Content-Length', '11'],
      body: '{"views":8}',
    }
    await raw.ask({
      ask: 'answers',
      answers: { '/list': listBytes, '/detail': detailBytes, '/view': view, '/same': UNCHANGED, '/': detailBytes },
    })
    const views = { viewsEach: VIEWS_EACH, viewPath: `${detail}/views` }
    const bareViews = { viewsEach: VIEWS_EACH, viewPath: '/view' }
    const bareList = { path: () => '/list', ...bareViews }
    const warmList = await ratioOf(measured, { path: () => list, ...views }, bareList, REQUESTS)
    const warmDetail = await ratioOf(
      measured,
      { path: () => detail, ...views },
      { path: () => '/detail', ...bareViews },
      REQUESTS,
    )
    // A page on which nobody counts views meanwhile: its tag stays what it is.
    const quiet = `${list}?cursor=${cursorAt(Math.floor(articles / 2))}`
    const { etag } = await bytesOf(product.url + quiet)
    const known = { path: () => quiet, headers: { 'if-none-match': etag }, status: 304 }
    const notModified = await ratioOf(measured, known, { path: () => '/list' }, REQUESTS)
    const besideBare = await ratioOf(measured, known, { path: () => '/same', status: 304 }, REQUESTS)
    let at = 0
    const coldDetail = { path: () => `/api/articles/${idOf(0, (at += 1) % articles)}` }
    const cold = await ratioOf(measured, coldDetail, { path: () => '/detail' }, COLD_REQUESTS)
    const coldLists = { path: () => `${list}?cursor=${cursorAt((at += 1) % articles)}` }
    const coldList = await ratioOf(measured, coldLists, { path: () => '/list' }, COLD_REQUESTS)
    const viewCosts: number[] = []
    // The first ones only warm up, as those of the reads do.
    for (let turn = 0; turn < VIEW_ROUNDS + 2; turn += 1) {
      const micros = await product.ask({ ask: 'views', openings: 5_000, articles: 200 })
      if (turn >= 2) viewCosts.push(micros)
    }
    return {
      list: warmList.ratio,
      detail: warmDetail.ratio,
      not_modified: notModified.ratio,
      not_modified_beside_bare: besideBare.ratio,
      list_us: Math.round(warmList.micros),
      detail_us: Math.round(warmDetail.micros),
      cold: Math.max(cold.ratio, coldList.ratio),
      cold_list: coldList.ratio,
      cold_detail: cold.ratio,
      views_share: Number((median(viewCosts) / (5_000 * warmDetail.micros)).toFixed(3)),
      stampede_queries: await stampede(product, list),
      ...(await publicPages(measured, articles)),
    }
  } finally {
    await Promise.all([measured.products.destroy(), measured.raws.destroy()])
    await Promise.all([product.stop(), raw.stop()])
  }
}

const cursorAt = (at: number): string =>
  Buffer.from(JSON.stringify([0, Date.parse('2012-01-01T00:00:00Z') + at * 4_000_000, idOf(0, at)])).toString(
    'base64url',
  )

/** Queries that a thousand readers cause who come at once when a hot answer has just been dropped. */
async function stampede(product: Served, path: string): Promise<number> {
  const pool = poolOf(product, 1_000)
  try {
    const read = async () => {
      const { body } = await pool.request({ path, method: 'GET' })
      return body.text()
    }
    const { items } = JSON.parse(await read()) as { items: { channel: { id: string } }[] }
    await Promise.all(Array.from({ length: 1_000 }, read))
    const before = await product.ask({ ask: 'queries' })
    await product.ask({ ask: 'drop', topics: [`channel:${items[0]?.channel.id}`] })
    await new Promise((done) => setTimeout(done, 600))
    await Promise.all(Array.from({ length: 1_000 }, read))
    return (await product.ask({ ask: 'queries' })) - before
  } finally {
    await pool.destroy()
  }
}

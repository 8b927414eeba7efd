import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { get as plainGet, type IncomingMessage } from 'node:http'
import type {
  ArticlePage,
  ArticleSurroundings,
  EventMonth,
  Home,
  SearchPage,
  StaffArticle,
} from '../../shared/contract'
import { HOUR_MS } from '../../shared/domain/time'
import { silentLogger } from '../../server/kernel/logger'
import { readSettings } from '../../server/main/settings'
import { startWeb, type RunningWeb } from '../../server/main/startWeb'
import { availableDatabases } from '../support/databases'
import { articleInput, eventArticle, eventInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'
import { shownTooLate } from '../support/withinASecond'

/** The bytes as they came over the wire; `fetch` would unpack them. */
const raw = (url: string, headers: Record<string, string>) =>
  new Promise<{ message: IncomingMessage; bytes: Buffer }>((resolve, reject) => {
    plainGet(url, { headers }, (message) => {
      const parts: Buffer[] = []
      message.on('data', (part: Buffer) => parts.push(part))
      message.on('end', () => resolve({ message, bytes: Buffer.concat(parts) }))
    }).on('error', reject)
  })

describe.each(availableDatabases)('what is kept of reads, on %s', (kind) => {
  let server: TestServer
  let other: RunningWeb
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind })
    admin = await asAdministrator(server)
    // A second server on the same database, as a second process would be.
    const { url } = server.database.migrations.options as { url?: string }
    const file = (server.database.migrations.options as { database?: string }).database
    const settings = readSettings({
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: server.dataFolder,
      DATABASE_URL: kind === 'sqlite' ? `sqlite:${file}` : url,
    })
    other = await startWeb({ settings, clock: server.clock, logger: silentLogger, migrate: false, seed: false })
  })
  afterEach(() => jest.restoreAllMocks())
  afterAll(async () => {
    await other.stop()
    await server.stop()
  })

  const get = <T>(path: string) => request<T>(`${server.url}${path}`)
  const fromOther = <T>(path: string) => request<T>(`http://127.0.0.1:${other.port}${path}`)
  const publish = async (json: object): Promise<StaffArticle> => {
    const { id, version } = await keepDraft(admin, json)
    const path = `/api/admin/articles/${id}/publish`
    return (await admin.call<StaffArticle>('POST', path, { json: { version, notice: null } })).body
  }
  const withdraw = ({ id, version }: StaffArticle) =>
    admin.call('POST', `/api/admin/articles/${id}/withdraw`, { json: { version } })
  const queriesDuring = async (work: () => Promise<unknown>, about = /JOIN channel/): Promise<number> => {
    const spies = [jest.spyOn(server.database.read, 'query'), jest.spyOn(server.database, 'rows')]
    try {
      await work()
      const asked = spies.flatMap(({ mock }) => mock.calls.map(([query]) => query))
      return asked.filter((query) => about.test(typeof query === 'string' ? query : query.sql)).length
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
  }

  test('the same answer comes packed as the reader likes, and as a 304 when it is known', async () => {
    const path = `${server.url}/api/home`
    const plain = await raw(path, {})
    const etag = String(plain.message.headers.etag)
    expect(plain.message.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'Accept-Encoding' })
    expect(plain.message.headers['content-encoding']).toBeUndefined()
    for (const round of [1, 2]) {
      const gzip = await raw(path, { 'accept-encoding': 'gzip, deflate' })
      const br = await raw(path, { 'accept-encoding': 'gzip, deflate, br' })
      expect([round, gzip.message.headers['content-encoding'], br.message.headers['content-encoding']]).toEqual([
        round,
        'gzip',
        'br',
      ])
      expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true)
      expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true)
      expect(br.message.headers).toMatchObject({ etag, 'x-content-type-options': 'nosniff' })
      expect(br.message.headers['x-request-id']).toHaveLength(26)
    }
    const refused = await raw(path, { 'accept-encoding': 'br;q=0, gzip;q=0' })
    expect(refused.message.headers['content-encoding']).toBeUndefined()
    for (const known of [etag, `"x", ${etag}`, etag.slice(2), '*']) {
      const same = await raw(path, { 'if-none-match': known })
      expect([known, same.message.statusCode, same.bytes.length]).toEqual([known, 304, 0])
    }
    expect((await raw(path, { 'if-none-match': '"other"' })).message.statusCode).toBe(200)
  })

  test('who publishes and saves sees it in the next answer, in all that it was made from', async () => {
    await Promise.all(['/api/home', '/api/channels/site/articles', '/api/channels/news/articles'].map(get))
    const made = await publish(articleInput({ channel: 'site', title: '停水通知' }))
    const first = async () => (await get<ArticlePage>('/api/channels/site/articles?limit=50')).body.items
    expect((await first()).map(({ title }) => title)).toContain('停水通知')
    const latest = async () =>
      (await get<Home>('/api/home')).body.latest.flatMap(({ items }) => items.map(({ title }) => title))
    expect(await latest()).toContain('停水通知')
    expect((await get<{ title: string }>(`/api/articles/${made.id}`)).body.title).toBe('停水通知')

    const article = articleInput({ channel: 'express', title: '来水通知' })
    const json = { version: made.version, article }
    const saved = await admin.call<StaffArticle>('PUT', `/api/admin/articles/${made.id}`, { json })
    expect(saved.status).toBe(200)
    // It moved to another channel: both lists have changed.
    expect((await first()).map(({ id }) => id)).not.toContain(made.id)
    const express = await get<ArticlePage>('/api/channels/express/articles?limit=50')
    expect(express.body.items.map(({ title }) => title)).toContain('来水通知')
    expect(await latest()).toContain('来水通知')
    expect((await get<{ title: string }>(`/api/articles/${made.id}`)).body.title).toBe('来水通知')
    await withdraw(saved.body)
  })

  test('a withdrawn event is gone everywhere within a second, also from another process', async () => {
    const made = await publish(eventArticle({ title: '夜跑活动通知' }))
    const beside = await publish(eventArticle({ title: '晨跑活动通知' }))
    const month = new Date(Date.parse(made.event?.startsAt ?? '') + 8 * HOUR_MS).toISOString().slice(0, 7)
    const places: [string, (body: never) => string[]][] = [
      ['/api/home', (body: Home) => [...body.events, ...body.latest.flatMap(({ items }) => items)].map(({ id }) => id)],
      ['/api/prefetch?timestamp=1', (body: Home) => body.events.map(({ id }) => id)],
      ['/api/channels/events/articles', (body: ArticlePage) => body.items.map(({ id }) => id)],
      ['/api/channels/news/articles', (body: ArticlePage) => body.items.map(({ id }) => id)],
      [`/api/events/months/${month}`, (body: EventMonth) => body.items.map(({ id }) => id)],
      [
        `/api/articles/${beside.id}/surroundings`,
        (body: ArticleSurroundings) =>
          [body.older, body.newer, ...body.related].flatMap((article) => (article === null ? [] : [article.id])),
      ],
      ['/api/search?q=%E5%A4%9C%E8%B7%91', (body: SearchPage) => body.items.map(({ article }) => article.id)],
    ]
    const shows = async (ask: typeof get) =>
      (await Promise.all(places.map(async ([path, ids]) => ids((await ask<never>(path)).body)))).map((ids) =>
        ids.includes(made.id),
      )
    const all = places.map(() => true)
    const none = places.map(() => false)
    await until(
      () => shows(fromOther),
      (there) => there.every(Boolean),
    )
    expect([await shows(get), (await fromOther(`/api/articles/${made.id}`)).status]).toEqual([all, 200])

    expect((await withdraw(made)).status).toBe(200)
    const elsewhere = shownTooLate(async () => {
      const { status } = await fromOther(`/api/articles/${made.id}`)
      return status === 200 || (await shows(fromOther)).some(Boolean)
    })
    expect(await shows(get)).toEqual(none)
    expect(codeOf(await get(`/api/articles/${made.id}`))).toBe('article_not_found')
    expect(await elsewhere).toEqual([])
    expect(codeOf(await fromOther(`/api/articles/${made.id}`))).toBe('article_not_found')
    await withdraw(beside)
  })

  test('what was not written stays kept', async () => {
    // nothing is kept for longer than some seconds, which a slow machine takes over this
    jest.spyOn(server.clock, 'now').mockReturnValue(server.clock.now())
    const [notice] = (await get<ArticlePage>('/api/channels/notices/articles')).body.items
    const kept = ['/api/channels/notices/articles', `/api/articles/${notice?.id}`, '/api/events/months/2026-05']
    const ask = () => Promise.all(kept.map(get))
    await ask()
    const made = await publish(articleInput({ channel: 'site', title: '与别人无关' }))
    await keepDraft(admin, articleInput({ channel: 'notices', title: '只是草稿' }))
    expect(await queriesDuring(ask)).toBe(0)
    expect(await queriesDuring(() => get('/api/channels/site/articles'))).toBe(1)
    await withdraw(made)
  })

  test('a thousand readers of an answer that was just dropped ask the database once', async () => {
    // nothing is kept for longer than some seconds, which a slow machine takes over this
    jest.spyOn(server.clock, 'now').mockReturnValue(server.clock.now())
    await get('/api/channels/site/articles')
    const made = await publish(articleInput({ channel: 'site', title: '人人都看' }))
    const crowd = async () => {
      const answers = await Promise.all(
        Array.from({ length: 1000 }, () => get<ArticlePage>('/api/channels/site/articles')),
      )
      expect(answers.every(({ status, body }) => status === 200 && body.items[0]?.id !== undefined)).toBe(true)
    }
    expect(await queriesDuring(crowd)).toBe(1)
    await withdraw(made)
  })

  test('an event across midnight and months stands in both months, and one that ends at midnight in the first', async () => {
    const publishEvent = (title: string, startsAt: string, endsAt: string) =>
      publish(eventArticle({ title, event: eventInput({ startsAt, endsAt }) }))
    const across = await publishEvent('跨年', '2031-12-31T22:00:00+08:00', '2032-01-01T01:00:00+08:00')
    const until12 = await publishEvent('到零点', '2031-12-31T20:00:00+08:00', '2032-01-01T00:00:00+08:00')
    const long = await publishEvent('展览', '2031-11-15T09:00:00+08:00', '2032-02-01T00:00:00+08:00')
    const inMonth = async (month: string) =>
      (await get<EventMonth>(`/api/events/months/${month}`)).body.items.map(({ title }) => title)
    expect(await inMonth('2031-10')).toEqual([])
    expect(await inMonth('2031-11')).toEqual(['展览'])
    expect(await inMonth('2031-12')).toEqual(['展览', '到零点', '跨年'])
    expect(await inMonth('2032-01')).toEqual(['展览', '跨年'])
    expect(await inMonth('2032-02')).toEqual([])
    for (const month of ['2031-13', '31-12', '2031-1', '1999-01', '2031-12-01', '%00']) {
      expect([month, (await get(`/api/events/months/${month}`)).status]).toEqual([month, 400])
    }
    for (const made of [across, until12, long]) await withdraw(made)
  })

  test('an article is told with its neighbours in time, pinned or not, and with others on its matter', async () => {
    const titles = ['一月义工招募', '二月义工招募', '三月义工招募']
    const made: StaffArticle[] = []
    for (const title of titles) {
      made.push(await publish(articleInput({ channel: 'notices', title, pinned: title.startsWith('二') })))
      server.clock.advance(1000)
    }
    const [first, second, third] = made
    const around = async (id = '') => (await get<ArticleSurroundings>(`/api/articles/${id}/surroundings`)).body
    const middle = await around(second?.id)
    expect([middle.older?.id, middle.newer?.id]).toEqual([first?.id, third?.id])
    const newest = await around(third?.id)
    expect([newest.older?.id, newest.newer]).toEqual([second?.id, null])
    expect(newest.related.map(({ id }) => id)).toContain(first?.id)
    expect(newest.related.map(({ id }) => id)).not.toContain(third?.id)
    expect(codeOf(await get('/api/articles/0123456789abcdefghjkmnpqrs/surroundings'))).toBe('article_not_found')
    for (const article of made) await withdraw(article)
  })

  test.each([
    'limit=0',
    'limit=-1',
    'limit=1000000000',
    'limit=1e9',
    'limit=',
    'limit=2.5',
    'limit=20&limit=20',
    'cursor=',
  ])('a list with %s is refused with a code, and nothing is kept of it', async (query) => {
    for (const _time of [1, 2]) {
      const answer = await get(`/api/channels/site/articles?${query}`)
      expect([answer.status, codeOf(answer)]).toEqual([400, 'request_invalid'])
    }
  })
})

import type { ArticlePage, Home } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'

describe.each(availableDatabases)('what members read, on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database: kind })
  })
  afterAll(() => server.stop())
  const get = <T>(path: string) => request<T>(`${server.url}${path}`)

  test('the first screen comes in one answer', async () => {
    const { status, body } = await get<Home>('/api/home')
    expect(status).toBe(200)
    expect(body.channels.map(({ name }) => name)).toEqual(['协会资讯', '本站公告'])
    expect(body.latest.map(({ channel }) => channel.slug)).toEqual(['notices', 'express', 'events', 'site'])
    expect(body.latest.every(({ items }) => items.length > 0 && items.length <= 4)).toBe(true)
    const starts = body.events.map(({ event }) => event?.startsAt ?? '')
    expect(starts).toEqual([...starts].sort())
    expect(body.events.every(({ event }) => (event?.endsAt ?? '') > body.now)).toBe(true)
  })

  test('reading on by cursor shows every article of a group once, pinned first, then newest first', async () => {
    const seen: ArticlePage['items'] = []
    let cursor = ''
    do {
      const { body } = await get<ArticlePage>(`/api/channels/news/articles?limit=3${cursor && `&cursor=${cursor}`}`)
      seen.push(...body.items)
      cursor = body.nextCursor ?? ''
    } while (cursor !== '')
    const { body: whole } = await get<ArticlePage>('/api/channels/news/articles?limit=50')
    expect(seen).toEqual(whole.items)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    const keys = seen.map(({ pinned, publishedAt }) => `${pinned ? 1 : 0} ${publishedAt}`)
    expect(keys).toEqual([...keys].sort().reverse())
  })

  test.each(['zz', '%00', 'W10', 'WzEsMiwzXQ', 'eyJhIjoxfQ', "' OR 1=1 --", 'WzEsMS41LCJ4Il0', 'AAAA'.repeat(20)])(
    'a made-up cursor (%s) is refused by name',
    async (cursor) => {
      const answer = await get(`/api/channels/news/articles?cursor=${encodeURIComponent(cursor)}`)
      expect([answer.status, codeOf(answer)]).toEqual([400, 'cursor_invalid'])
    },
  )

  test('an unknown channel, article or address each says so', async () => {
    expect(codeOf(await get('/api/channels/none/articles'))).toBe('channel_not_found')
    expect(codeOf(await get('/api/articles/0123456789abcdefghjkmnpqrs'))).toBe('article_not_found')
    expect(codeOf(await get('/api/articles/%27%20OR%201'))).toBe('article_not_found')
    expect(codeOf(await get('/api/none'))).toBe('route_not_found')
    expect(codeOf(await get('/api'))).toBe('route_not_found')
  })

  test('a method that an address does not know is a 405 that names the ones it knows', async () => {
    const answer = await request(`${server.url}/api/home`, 'DELETE')
    expect([answer.status, codeOf(answer), answer.headers.get('allow')]).toEqual([
      405,
      'method_not_allowed',
      'HEAD, GET',
    ])
  })

  test('a query that the contract does not list is refused by name, in the language asked for', async () => {
    const plain = await get<{ error: object }>('/api/channels/news/articles?sort=title&a[b]=c')
    expect(plain.status).toBe(400)
    expect(plain.body.error).toMatchObject({
      code: 'request_invalid',
      fields: { sort: { code: 'unknown_field', message: '不支持的字段。' }, 'a[b]': { code: 'unknown_field' } },
    })
    const english = await request<{ error: { message: string } }>(`${server.url}/api/home?x=1`, 'GET', {
      headers: { 'accept-language': 'en-GB,en;q=0.9' },
    })
    expect(english.body.error.message).toBe('Some values are not valid.')
  })

  test('a page size out of bounds says the bound', async () => {
    const { body } = await get('/api/channels/news/articles?limit=51')
    expect(body).toMatchObject({ error: { fields: { limit: { code: 'too_big', message: '不能大于 50。' } } } })
  })

  test('an article is read with its body, publisher, time and views', async () => {
    const { body: page } = await get<ArticlePage>('/api/channels/notices/articles')
    const { status, body } = await get(`/api/articles/${page.items[0]?.id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ ...page.items[0], blocks: expect.any(Array) as unknown })
  })

  test('one opening counts once, however often it is told; the next opening counts again', async () => {
    const { body: page } = await get<ArticlePage>('/api/channels/site/articles')
    const { id = '', views = 0 } = page.items[0] ?? {}
    const open = async (opening: string) =>
      (await request<{ views: number }>(`${server.url}/api/articles/${id}/views`, 'POST', { json: { opening } })).body
        .views
    const first = '7f0c3a52-6a57-4b0f-9d6e-0d9f5a7b1c11'
    expect(await Promise.all([open(first), open(first), open(first)])).toEqual([views + 1, views + 1, views + 1])
    expect(await open('7f0c3a52-6a57-4b0f-9d6e-0d9f5a7b1c12')).toBe(views + 2)
    const { body: again } = await get<{ views: number }>(`/api/articles/${id}`)
    expect(again.views).toBe(views + 2)
  })

  test('the contact card says whether the office is open, by Shanghai time', async () => {
    server.clock.set(Date.parse('2026-11-23T10:00:00+08:00'))
    const { body } = await get('/api/contact')
    expect(body).toMatchObject({
      phones: [{ number: '0756-2212827' }],
      status: { open: true, changesAt: '2026-11-23T04:00:00.000Z' },
    })
    server.clock.set(Date.now())
  })
})

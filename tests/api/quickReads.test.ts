import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { ArticlePage, ErrorBody } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { until } from '../support/until'

const OPENING = '7f0c3a52-6a57-4b0f-9d6e-0d9f5a7b1c11'

describe.each(availableDatabases)('what goes ahead of the other requests, on %s', (kind) => {
  let server: TestServer
  let id = ''
  beforeAll(async () => {
    server = await startTestServer({ database: kind })
    id = (await request<ArticlePage>(`${server.url}/api/channels/site/articles`)).body.items[0]?.id ?? ''
  })
  afterAll(() => server.stop())

  const post = async (body: string, headers: Record<string, string> = {}, article = id) => {
    const url = `${server.url}/api/articles/${article}/views`
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })
    const told = (await response.json()) as { views?: number } & Partial<ErrorBody>
    return { status: response.status, views: told.views, code: told.error?.code, fields: told.error?.fields }
  }
  const viewsOf = async () => (await request<{ views: number }>(`${server.url}/api/articles/${id}`)).body.views
  /** What has been counted up to now and with one more; what is read may lag behind by a moment. */
  const countOne = async () => (await post(JSON.stringify({ opening: randomUUID() }))).views ?? 0

  test('an opening counts once, whether its article is at hand or not', async () => {
    const before = await viewsOf()
    const opening = JSON.stringify({ opening: OPENING })
    for (const _again of [1, 2, 3]) expect(await post(opening)).toMatchObject({ status: 200, views: before + 1 })
    expect(await post(JSON.stringify({ opening: OPENING.toUpperCase() }))).toMatchObject({ status: 200 })
    expect(await viewsOf()).toBeGreaterThan(before)
  })

  test('numbers only grow while an article is read, opened and written down at once', async () => {
    let [shown, counted] = [await viewsOf(), await countOne()]
    for (let round = 0; round < 60; round += 1) {
      const [told, seen] = await Promise.all([countOne(), viewsOf()])
      expect([told, seen >= shown]).toEqual([counted + 1, true])
      shown = seen
      counted = told
      await wait(10)
    }
    await until(viewsOf, (views) => views === counted)
  })

  // As long as what is counted at once, so that it is looked at there first.
  const padded = (text: string) => text.padEnd(50)
  test.each([
    ['no JSON', padded('{"opening":'), 'request_malformed'],
    ['a number', padded('17'), 'request_malformed'],
    ['another field', padded(`{"openin0":"${OPENING}"}`), 'request_invalid'],
    ['a field too many', padded('{"opening":"x","more":1}'), 'request_invalid'],
    ['no id of an opening', padded(`{"opening":"${OPENING.replace(/^7f/, 'zz')}"}`), 'request_invalid'],
    ['an id of no known make', padded(`{"opening":"${OPENING.replace('-4b0f', '-9b0f')}"}`), 'request_invalid'],
  ])('%s instead of an opening is refused in words, and counts nothing', async (_what, body, code) => {
    const before = await countOne()
    expect(await post(body)).toMatchObject({ status: 400, code })
    expect(await countOne()).toBe(before + 1)
  })

  test('the id of nothing is one that the contract takes', async () => {
    const before = await countOne()
    const body = JSON.stringify({ opening: '00000000-0000-0000-0000-000000000000' })
    expect(await post(body)).toMatchObject({ status: 200, views: before + 1 })
  })

  test('other types, articles that are not there and methods are answered as ever', async () => {
    const body = JSON.stringify({ opening: randomUUID() })
    expect(await post(body, { 'content-type': 'text/plain' })).toMatchObject({ code: 'request_media_type' })
    expect(await post(body, {}, '0123456789abcdefghjkmnpqrs')).toMatchObject({ status: 404, code: 'article_not_found' })
    expect(codeOf(await request(`${server.url}/api/articles/${id}/views`))).toBe('method_not_allowed')
  })

  test('an opening that comes in pieces is counted when it is whole', async () => {
    const before = await countOne()
    const { port } = new URL(server.url)
    const body = JSON.stringify({ opening: randomUUID() })
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(`POST /api/articles/${id}/views HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`)
        socket.write(`Connection: close\r\nContent-Length: 50\r\n\r\n${body.slice(0, 20)}`)
        setTimeout(() => socket.write(body.slice(20)), 50)
      })
      let text = ''
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
    })
    expect(answer).toContain(`{"views":${before + 1}}`)
  })

  test.each([
    '/api/articles/nothing',
    '/api/articles/0123456789abcdefghjkmnpqrs',
    '/api/channels/nowhere/articles',
    '/api/channels/site/articles?cursor=bm90aGluZw',
    '/api/channels/site/articles?limit=3&limit=4',
    '/api/channels/site/articles?other=1',
    '/api/channels/site/articles?__proto__=1',
    '/api/channels/site/articles?constructor=1',
    '/api/search?q=x&toString=1',
    '/api/events/months/2031-13',
    '/api/home?x=1',
  ])('%s is refused with a code each time, and nothing is kept of it', async (path) => {
    for (const _time of [1, 2]) {
      const answer = await request<ErrorBody>(server.url + path)
      expect([400, 404]).toContain(answer.status)
      expect(answer.body.error.message).not.toBe('')
    }
  })
})

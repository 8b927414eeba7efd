import type { Highlighted, SearchPage, SearchSuggestions, StaffArticle } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { articleInput, eventArticle, eventInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

const marked = (pieces: Highlighted): string => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe.each(availableDatabases)('searching, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const publish = async (json: object): Promise<StaffArticle> => {
    const { id, version } = await keepDraft(admin, json)
    const done = await admin.call<StaffArticle>('POST', `/api/admin/articles/${id}/publish`, {
      json: { version, notice: null },
    })
    if (done.status !== 200) throw new Error(JSON.stringify(done.body))
    server.clock.advance(60_000)
    return done.body
  }
  const ask = <T = SearchPage>(query: Record<string, string>, path = '/api/search') =>
    request<T>(`${server.url}${path}?${new URLSearchParams(query).toString()}`)
  const titles = async (q: string, more: Record<string, string> = {}): Promise<string[]> => {
    const { status, body } = await ask({ q, ...more })
    expect(status).toBe(200)
    return body.items.map(({ article }) => article.title)
  }

  test('words of two, three and more characters are found in title, body and venue; a phrase has to stand as it is', async () => {
    await publish(
      articleInput({ title: '白鹭湾志愿者招募', bodyHtml: '<p>周末巡护<strong>红</strong>树林，名额有限。</p>' }),
    )
    await publish(eventArticle({ title: '观鸟沙龙', event: eventInput({ venue: '凤凰山讲堂' }) }))
    // All pairs of 树林红树 and yet not the phrase.
    await publish(articleInput({ title: '植树', bodyHtml: '<p>树林里有林红一人，红树在旁。</p>' }))
    expect(await titles('志愿')).toEqual(['白鹭湾志愿者招募'])
    expect(await titles('红树林')).toEqual(['白鹭湾志愿者招募'])
    expect(await titles('树林红树')).toEqual([])
    expect(await titles('凤凰山')).toEqual(['观鸟沙龙'])
    expect(await titles('志愿者 红树林')).toEqual(['白鹭湾志愿者招募'])
    expect(await titles('志愿者 凤凰山')).toEqual([])
  })

  test('a single character is found wherever it stands', async () => {
    await publish(articleInput({ title: '茶会', bodyHtml: '<p>请自带杯。</p>' }))
    await publish(articleInput({ title: '品茗', bodyHtml: '<p>一起喝茶</p>' }))
    expect(await titles('茶')).toEqual(['茶会', '品茗'])
    expect(await titles('杯')).toEqual(['茶会'])
  })

  test('letters and digits are found in any case and width, by the beginning of a word', async () => {
    await publish(articleInput({ title: 'ＡＢＣ工作坊 Workshop 2026', bodyHtml: '<p>restart</p>' }))
    for (const q of ['abc', 'WORK', 'work', '２０２６', 'ABC工作坊', '坊']) {
      expect([q, await titles(q)]).toEqual([q, ['ＡＢＣ工作坊 Workshop 2026']])
    }
    expect(await titles('art')).toEqual([])
    expect(await titles('shop')).toEqual([])
  })

  test('a title goes before a body, and newer before older', async () => {
    await publish(articleInput({ title: '龙舟竞渡', bodyHtml: '<p>旧</p>' }))
    await publish(articleInput({ title: '端午安排', bodyHtml: '<p>看龙舟</p>' }))
    await publish(articleInput({ title: '龙舟集训', bodyHtml: '<p>新</p>' }))
    await publish(articleInput({ title: '假期值班', bodyHtml: '<p>龙舟赛当天照常。</p>' }))
    expect(await titles('龙舟')).toEqual(['龙舟集训', '龙舟竞渡', '假期值班', '端午安排'])
  })

  test('reading on by cursor shows each once, in the same order', async () => {
    for (let count = 0; count < 7; count += 1) {
      await publish(articleInput({ title: count % 2 ? `海岛${count}` : `出行${count}`, bodyHtml: '<p>海岛行</p>' }))
    }
    const whole = await titles('海岛', { limit: '50' })
    expect(whole).toEqual(['海岛5', '海岛3', '海岛1', '出行6', '出行4', '出行2', '出行0'])
    for (const limit of ['1', '2', '3']) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const { body }: { body: SearchPage } = await ask({ q: '海岛', limit, ...(cursor === '' ? {} : { cursor }) })
        seen.push(...body.items.map(({ article }) => article.title))
        cursor = body.nextCursor
      }
      expect(seen).toEqual(whole)
    }
  })

  test('the words are marked in the title and in a piece of the text around them', async () => {
    const bodyHtml = `<p>${'前言。'.repeat(40)}本次ＹＯＧＡ课请自备瑜伽垫。${'后记。'.repeat(40)}</p>`
    await publish(articleInput({ title: '瑜伽课报名', bodyHtml }))
    const { body } = await ask({ q: '瑜伽 yoga' })
    expect(marked(body.items[0]?.title ?? [])).toBe('[瑜伽]课报名')
    const snippet = marked(body.items[0]?.snippet ?? [])
    expect(snippet).toContain('本次[ＹＯＧＡ]课请自备[瑜伽]垫')
    expect([snippet.startsWith('…'), snippet.endsWith('…'), snippet.length < 120]).toEqual([true, true, true])
    const { body: onlyTitle } = await ask({ q: '瑜伽课报名' })
    expect(onlyTitle.items[0]?.snippet).toEqual([])
  })

  test('a channel, a group and a year narrow it down', async () => {
    await publish(articleInput({ title: '灯会公告', channel: 'notices' }))
    await publish(articleInput({ title: '灯会速递', channel: 'express' }))
    await publish(articleInput({ title: '灯会停车', channel: 'site' }))
    expect(await titles('灯会')).toEqual(['灯会停车', '灯会速递', '灯会公告'])
    expect(await titles('灯会', { channel: 'express' })).toEqual(['灯会速递'])
    expect(await titles('灯会', { channel: 'news' })).toEqual(['灯会速递', '灯会公告'])
    const year = new Date(server.clock.now() + 8 * 3_600_000).getUTCFullYear()
    expect(await titles('灯会', { year: String(year) })).toHaveLength(3)
    expect(await titles('灯会', { year: String(year - 1) })).toEqual([])
    expect(codeOf(await ask({ q: '灯会', channel: 'none' }))).toBe('channel_not_found')
    const { body } = await ask<SearchSuggestions>({ q: '' }, '/api/search/suggestions')
    expect(body).toEqual({ titles: [], years: [year] })
  })

  test('a saved change is found at once, a withdrawn article and a draft are not', async () => {
    const made = await publish(articleInput({ title: '木棉花开', bodyHtml: '<p>三月</p>' }))
    await keepDraft(admin, articleInput({ title: '木棉草稿' }))
    expect(await titles('木棉')).toEqual(['木棉花开'])
    const path = `/api/admin/articles/${made.id}`
    const article = articleInput({ title: '簕杜鹃开', bodyHtml: '<p>四月</p>' })
    const saved = await admin.call<StaffArticle>('PUT', path, { json: { version: made.version, article } })
    expect([await titles('木棉'), await titles('簕杜鹃'), await titles('四月')]).toEqual([
      [],
      ['簕杜鹃开'],
      ['簕杜鹃开'],
    ])
    await admin.call('POST', `${path}/withdraw`, { json: { version: saved.body.version } })
    expect(await titles('簕杜鹃')).toEqual([])
  })

  test('suggestions are titles, those that begin with what was typed first', async () => {
    await publish(articleInput({ title: '荷花节' }))
    await publish(articleInput({ title: '赏荷花' }))
    await publish(articleInput({ title: '别的', bodyHtml: '<p>荷花</p>' }))
    const { body } = await ask<SearchSuggestions>({ q: '荷花' }, '/api/search/suggestions')
    expect(body.titles).toEqual(['荷花节', '赏荷花'])
  })

  test.each([
    '😀',
    '"',
    '""" OR *',
    'title : x NEAR(a b)',
    '-a +b ~c <d >e (f) @3',
    "' OR 1=1 --",
    '%_!',
    '(a+)+$',
    '\\',
    'AND',
    'NOT NOT',
    '*',
    '\u0000a',
    '𠮷'.repeat(20),
    'a'.repeat(60),
    '的 '.repeat(29),
  ])('whatever is typed (%j) is a question like any other', async (q) => {
    const before = process.cpuUsage()
    const { status } = await ask({ q })
    const { user } = process.cpuUsage(before)
    // work, not time: what others do on the machine does not count
    expect([status, user / 1_000 < 1_000]).toEqual([200, true])
    expect((await ask({ q }, '/api/search/suggestions')).status).toBe(200)
  })

  test.each<Record<string, string>>([
    { q: '' },
    { q: '长'.repeat(61) },
    { q: 'x'.repeat(10_240) },
    { q: '海', limit: '0' },
    { q: '海', limit: '-1' },
    { q: '海', limit: '1000000000' },
    { q: '海', year: '99999' },
    { q: '海', cursor: 'zz' },
    { q: '海', cursor: Buffer.from('[2]').toString('base64url') },
    { q: '海', cursor: Buffer.from('[0,1e300,"0123456789abcdefghjkmnpqrs"]').toString('base64url') },
    { q: '海', cursor: Buffer.from('[0,-5,"0123456789abcdefghjkmnpqrs"]').toString('base64url') },
    { q: '海', cursor: Buffer.from('[0,5,{"$gt":""}]').toString('base64url') },
    {},
  ])('%j is refused with a code', async (query) => {
    const answer = await ask(query)
    expect([answer.status, ['request_invalid', 'cursor_invalid'].includes(codeOf(answer))]).toEqual([400, true])
  })

  test('nobody has to publish in order', async () => {
    const first = await publish(articleInput({ title: '同时一' }))
    server.clock.advance(-60_000)
    const second = await publish(articleInput({ title: '同时二' }))
    expect(first.id).not.toBe(second.id)
    expect((await titles('同时')).sort()).toEqual(['同时一', '同时二'])
  })
})

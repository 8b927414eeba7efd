import { load } from 'cheerio'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { StaffArticle } from '../../shared/contract'
import { HOUR_MS } from '../../shared/domain/time'
import { readCalendar } from '../support/calendarFile'
import { availableDatabases } from '../support/databases'
import { publishEvent } from '../support/desk'
import { articleInput, eventArticle, eventInput } from '../support/factories'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

const SITE = 'https://notices.example.org'
const STARTS = '2031-12-05T06:00:00.000Z'
const HOSTILE = '</script><script>alert(1)</script> "引号" & <b>'
const NOBODY = '0123456789abcdefghjkmnpqrs'

interface Entry {
  id: string
  title: string
  updated: string
  content: string
}

describe.each(availableDatabases)('the public web, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, environment: { PUBLIC_URL: SITE } })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const open = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path.replace(SITE, ''), { redirect: 'manual', ...init })
  const text = async (path: string) => (await open(path)).text()
  const pageOf = async (path: string) => load(await text(path))

  async function publish(more: Parameters<typeof articleInput>[0] = {}): Promise<StaffArticle> {
    const { id, version } = await keepDraft(staff, articleInput(more))
    const json = { version, notice: null }
    return (await staff.call<StaffArticle>('POST', `/api/admin/articles/${id}/publish`, { json })).body
  }
  const move = async ({ id, version }: StaffArticle, how: string) => {
    const answer = await staff.call<StaffArticle>('POST', `/api/admin/articles/${id}/${how}`, { json: { version } })
    expect(answer.status).toBe(200)
  }
  const save = async ({ id, version }: StaffArticle, event: ReturnType<typeof eventInput>) => {
    const json = { version, article: eventArticle({ title: '社工沙龙', event }) }
    const answer = await staff.call<StaffArticle>('PUT', `/api/admin/articles/${id}`, { json })
    expect(answer.status).toBe(200)
    return answer.body
  }
  const dataOf = async (path: string) => {
    const page = await pageOf(path)
    return (JSON.parse(page('script').text()) as { '@graph': Record<string, unknown>[] })['@graph']
  }

  it('gives an article to machines and people: words, Open Graph, data, one address, no script', async () => {
    const bodyHtml =
      '<h2>安排</h2><p>请<a href="https://example.org/form">填表</a>。</p><ul><li>甲<ul><li>乙</li></ul></li></ul>'
    const article = await publish({ title: `公告 ${HOSTILE}`, summary: `摘要 ${HOSTILE}`, bodyHtml })
    const answer = await open(`/articles/${article.id}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*style-src 'self'/)
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/)
    const page = load(await answer.text())
    expect(page('html').attr('lang')).toBe('zh-CN')
    expect(page('h1').text()).toBe(`公告 ${HOSTILE}`)
    expect(page('title').text()).toBe(`公告 ${HOSTILE} - 珠海社工协会`)
    expect(page('meta[name=description]').attr('content')).toBe(`摘要 ${HOSTILE}`)
    expect(page('link[rel=canonical]').attr('href')).toBe(`${SITE}/articles/${article.id}`)
    expect(page('meta[property="og:title"]').attr('content')).toBe(`公告 ${HOSTILE}`)
    expect(page('meta[property="og:type"]').attr('content')).toBe('article')
    expect(page('meta[name="twitter:card"]').attr('content')).toBe('summary')
    expect(page('script, [style], [onclick]')).toHaveLength(1)
    expect(page('script').attr('type')).toBe('application/ld+json')
    expect(page('.body ul ul li').text()).toBe('乙')
    expect(page(`a[href="${SITE}/pages/article/index?id=${article.id}"]`).text()).toBe('在会员端打开')
    expect(page('details img').attr('src')).toBe(`/api/articles/${article.id}/code`)
    const [news] = await dataOf(`/articles/${article.id}`)
    expect(news).toMatchObject({
      '@type': 'NewsArticle',
      headline: `公告 ${HOSTILE}`,
      mainEntityOfPage: `${SITE}/articles/${article.id}`,
      publisher: { '@type': 'Organization', name: '珠海市社会工作协会' },
    })
    for (const time of [news?.datePublished, news?.dateModified])
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/)
  })

  it('describes an event with its times in Shanghai, and says so when it is moved and when it is cancelled', async () => {
    const event = eventInput({ startsAt: STARTS, endsAt: '2031-12-05T08:30:00.000Z' })
    const article = await publishEvent(staff, { title: '社工沙龙', event })
    const path = `/articles/${article.id}`
    const eventData = async () => (await dataOf(path)).find((part) => part['@type'] === 'Event')
    expect(await eventData()).toMatchObject({
      name: '社工沙龙',
      startDate: '2031-12-05T14:00:00+08:00',
      endDate: '2031-12-05T16:30:00+08:00',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'Place', name: '协会活动室', address: { streetAddress: '珠海市香洲区人民东路112号' } },
      organizer: { name: '珠海市社会工作协会' },
    })
    const read = async (from: string) => {
      const calendar = readCalendar(await text(from))
      const found = calendar.parts.find((part) => part.values.get('UID') === `${article.id}@association-notices`)
      return { calendar, values: found?.values ?? new Map<string, string>() }
    }
    for (const from of [`${path}/event.ics`, '/events.ics']) {
      const { calendar, values } = await read(from)
      expect(calendar.parts.map(({ name }) => name)).toContain('VTIMEZONE')
      expect(values.get('DTSTART;TZID=Asia/Shanghai')).toBe('20311205T140000')
      expect(values.get('DTEND;TZID=Asia/Shanghai')).toBe('20311205T163000')
      expect(values.get('DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/)
      expect(values.get('STATUS')).toBe('CONFIRMED')
      expect(values.get('URL;VALUE=URI')).toBe(SITE + path)
    }
    const before = Number((await read('/events.ics')).values.get('SEQUENCE'))

    server.clock.advance(HOUR_MS)
    const moved = await save(article, { ...event, startsAt: '2031-12-05T07:00:00.000Z' })
    expect(await eventData()).toMatchObject({ eventStatus: 'https://schema.org/EventRescheduled' })
    const after = (await read('/events.ics')).values
    expect(after.get('DTSTART;TZID=Asia/Shanghai')).toBe('20311205T150000')
    expect(Number(after.get('SEQUENCE'))).toBeGreaterThan(before)

    await save(moved, { ...event, decision: 'cancelled' })
    expect(await eventData()).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
    const last = (await read(`${path}/event.ics`)).values
    expect([last.get('STATUS'), last.get('SUMMARY')]).toEqual(['CANCELLED', '已取消：社工沙龙'])
    expect(Number(last.get('SEQUENCE'))).toBeGreaterThan(Number(after.get('SEQUENCE')))
    expect((await pageOf(path))('.event .chip').text()).toBe('已取消')
  })

  it('leads to every article by links alone, from the first page on', async () => {
    await Promise.all(Array.from({ length: 23 }, (_, number) => publish({ channel: 'site', title: `公告 ${number}` })))
    const seen = new Set<string>()
    let next: string | undefined = '/channels/site'
    for (let pages = 0; next !== undefined && pages < 5; pages += 1) {
      const page = await pageOf(next)
      expect(page('link[rel=canonical]').attr('href')).toBe(SITE + next.replace(SITE, ''))
      page('.item a').each((_, link) => void seen.add(page(link).text()))
      next = page('a[rel=next]').attr('href')
    }
    for (let number = 0; number < 23; number += 1) expect(seen).toContain(`公告 ${number}`)
    const home = await pageOf('/articles')
    expect(home(`a[href="${SITE}/channels/site"]`).length).toBeGreaterThan(0)
    expect((await pageOf('/channels/news'))('h1').text()).toBe('协会资讯')
  })

  it('names every article in maps that stand in one index', async () => {
    const { id } = await publish({ title: '地图' })
    const parser = new XMLParser({ isArray: (name) => name === 'sitemap' || name === 'url' })
    const index = await text('/sitemap.xml')
    expect(XMLValidator.validate(index)).toBe(true)
    const maps = (parser.parse(index) as { sitemapindex: { sitemap: { loc: string; lastmod?: string }[] } })
      .sitemapindex.sitemap
    const places: { loc: string; lastmod?: string }[] = []
    for (const { loc } of maps) {
      const map = await text(loc)
      expect(XMLValidator.validate(map)).toBe(true)
      places.push(...(parser.parse(map) as { urlset: { url: typeof places } }).urlset.url)
    }
    const own = places.find(({ loc }) => loc === `${SITE}/articles/${id}`)
    expect(own?.lastmod).toMatch(/\+08:00$/)
    expect(places.map(({ loc }) => loc)).toContain(`${SITE}/channels/notices`)
    expect(new Set(places.map(({ loc }) => loc)).size).toBe(places.length)
    const robots = await text('/robots.txt')
    expect(robots).toContain(`Sitemap: ${SITE}/sitemap.xml`)
    for (const closed of ['/admin/', '/api/', '/preview']) expect(robots).toContain(`Disallow: ${closed}\n`)
  })

  it('feeds readers with whole articles, a feed for all and one for each channel', async () => {
    const { id } = await publish({ title: `订阅 ${HOSTILE}`, bodyHtml: '<p>全文 &amp; 更多</p>' })
    const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' })
    for (const path of ['/feed.xml', '/channels/notices/feed.xml', '/channels/news/feed.xml']) {
      const answer = await open(path)
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
      const xml = await answer.text()
      expect(XMLValidator.validate(xml)).toBe(true)
      const { feed } = parser.parse(xml) as { feed: { id: string; updated: string; entry: Entry[] } }
      expect(feed.id).toBe(SITE + path)
      const own = feed.entry.find((entry) => entry.id === `${SITE}/articles/${id}`)
      expect(JSON.stringify(own)).toContain('全文 &amp; 更多')
      expect(Date.parse(feed.updated)).toBeGreaterThanOrEqual(Date.parse(own?.updated ?? ''))
      expect(xml).not.toMatch(/src="\//)
    }
    expect(await text('/channels/express/feed.xml')).toContain(`src="${SITE}/uploads/`)
    expect((await text('/feed.xml')).match(/<entry>/g)).toHaveLength(20)
  })

  it('says that a withdrawn article is gone, in every answer, and that others were never there', async () => {
    const article = await publish({ title: '撤回的文章' })
    const path = `/articles/${article.id}`
    expect((await open(path)).status).toBe(200)
    await move(article, 'withdraw')
    const gone = await open(path)
    expect([gone.status, gone.headers.get('x-robots-tag')]).toEqual([410, 'noindex'])
    const words = load(await gone.text())
    expect(words('h1').text()).toBe('这篇文章已经撤回')
    expect(words(`main a[href="${SITE}/articles"]`)).toHaveLength(1)
    for (const place of ['/articles', '/channels/notices', '/feed.xml']) {
      expect(await text(place)).not.toContain('撤回的文章')
    }
    const draft = await keepDraft(staff, articleInput({ title: '草稿' }))
    for (const [unknown, status] of [
      [`/articles/${draft.id}`, 404],
      [`/articles/${NOBODY}`, 404],
      ['/articles/%00', 404],
      ['/channels/nowhere', 404],
      ['/channels/nowhere/feed.xml', 404],
      [`/sitemaps/notices/0/${'z'.repeat(26)}x.xml`, 404],
      [`/articles/${NOBODY}/event.ics`, 404],
      ['/channels/site?cursor=bm90aGluZw', 400],
      [`/channels/site?cursor=${'x'.repeat(2_000)}`, 400],
    ] as const) {
      const answer = await open(unknown)
      expect([unknown, answer.status]).toEqual([unknown, status])
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    const posted = await open('/articles', { method: 'POST' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('answers HEAD, known tags and times, and compressed, and passes over what sharing adds to an address', async () => {
    const { id } = await publish({ title: '条件' })
    const path = `/articles/${id}`
    const whole = await open(path, { headers: { 'accept-encoding': 'br' } })
    const [etag, changed] = [whole.headers.get('etag') ?? '', whole.headers.get('last-modified') ?? '']
    expect([whole.headers.get('content-encoding'), whole.headers.get('cache-control')]).toEqual(['br', 'no-cache'])
    for (const _again of [1, 2]) {
      expect((await open(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
      expect((await open(path, { headers: { 'if-modified-since': changed } })).status).toBe(304)
      expect((await open(path, { headers: { 'if-modified-since': new Date(0).toUTCString() } })).status).toBe(200)
      const head = await open(path, { method: 'HEAD' })
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
      expect((await open(`${path}?from=timeline&isappinstalled=0`)).headers.get('etag')).toBe(etag)
    }
    const slash = await open(`${path}/`)
    expect([slash.status, slash.headers.get('location')]).toEqual([301, path])
    const style = (await pageOf(path))('link[rel=stylesheet]').attr('href') ?? ''
    expect((await open(style)).headers.get('cache-control')).toMatch(/immutable/)
  })
})

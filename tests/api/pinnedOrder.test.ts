import type { ArticlePage, AuditRecord, Home, PinnedOrder, StaffArticle } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('the order of what is pinned, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  /** Six pinned ones of the channel and six others, by title. */
  const ids = new Map<string, string>()
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
    for (const title of ['甲', '乙', '丙', '丁', '戊', '己']) {
      await publish(title, true)
      await publish(`${title}（普通）`, false)
    }
  })
  afterAll(() => server.stop())

  async function publish(title: string, pinned: boolean, channel = 'notices'): Promise<StaffArticle> {
    const { id, version } = await keepDraft(staff, articleInput({ title, pinned, channel }))
    ids.set(title, id)
    const json = { version, notice: null }
    return (await staff.call<StaffArticle>('POST', `/api/admin/articles/${id}/publish`, { json })).body
  }
  const get = async <T>(path: string): Promise<T> => (await request<T>(`${server.url}${path}`)).body
  const titles = async (path = '/api/channels/notices/articles?limit=50') =>
    (await get<ArticlePage>(path)).items.map(({ title }) => title)
  const pinned = async () => (await titles()).slice(0, 6).join('')
  const seen = async () => (await staff.call<PinnedOrder>('GET', '/api/admin/pinned')).body.channels[0]?.items ?? []
  const arrange = async (order: string, by = staff, before?: string[]) =>
    by.call<PinnedOrder>('PUT', '/api/admin/pinned/notices', {
      json: {
        before: before ?? (await seen()).map(({ id }) => id),
        after: [...order].map((title) => ids.get(title) ?? ''),
      },
    })
  const save = async (title: string, change: object) => {
    const { version } = (await staff.call<StaffArticle>('GET', `/api/admin/articles/${ids.get(title)}`)).body
    const json = { version, article: articleInput({ title, pinned: true, ...change }) }
    const saved = await staff.call('PUT', `/api/admin/articles/${ids.get(title)}`, { json })
    expect(saved.status).toBe(200)
  }

  it('is the newest first until staff put it otherwise; members and the public web show theirs at once', async () => {
    expect(await pinned()).toBe('己戊丁丙乙甲')
    const arranged = await arrange('丙甲己乙戊丁')
    expect(arranged.status).toBe(200)
    expect(arranged.body.channels[0]?.items.map(({ title }) => title).join('')).toBe('丙甲己乙戊丁')
    expect(await pinned()).toBe('丙甲己乙戊丁')
    expect((await titles())[6]).toBe('己（普通）')
    expect((await get<Home>('/api/home')).pinned.map(({ title }) => title).join('')).toBe('丙甲己乙戊')
    // by time still, where time is what counts
    const latest = (await get<Home>('/api/home')).latest.find(({ channel }) => channel.slug === 'notices')
    expect(latest?.items.map(({ title }) => title)).toEqual(['己（普通）', '己', '戊（普通）', '戊'])
    const page = await (await fetch(`${server.url}/channels/notices`)).text()
    const places = [...'丙甲己乙戊丁'].map((title) => page.indexOf(`>${title}</a>`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const log = await staff.call<{ items: AuditRecord[] }>('GET', '/api/admin/audit?action=article.order_pinned')
    expect(log.body.items).toMatchObject([{ subjectId: 'pinned.notices', detail: { name: '通知公告' } }])
  })

  it.each([1, 2, 3, 5, 7])('is walked whole by cursors, %i at a time, each article once', async (limit) => {
    for (const slug of ['notices', 'news']) {
      const whole = await titles(`/api/channels/${slug}/articles?limit=50`)
      const walked: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: ArticlePage = await get(
          `/api/channels/${slug}/articles?limit=${limit}${cursor && `&cursor=${cursor}`}`,
        )
        walked.push(...page.items.map(({ title }) => title))
        cursor = page.nextCursor
      }
      expect(walked).toEqual(whole)
    }
  })

  it('puts what is pinned later on top, and forgets the place of what is unpinned or goes to another channel', async () => {
    await publish('新', true)
    expect((await titles()).slice(0, 3)).toEqual(['新', '丙', '甲'])
    await save('新', { pinned: false })
    await save('丙', { pinned: false })
    await save('丙', { pinned: true })
    await save('甲', { channel: 'express' })
    await save('甲', {})
    // both without a place now: above the others, the newer first
    expect(await pinned()).toBe('丙甲己乙戊丁')
    await save('己', { summary: '改了摘要' })
    expect(await pinned()).toBe('丙甲己乙戊丁')
    const after = await arrange('丁己戊丙乙甲')
    expect(after.status).toBe(200)
    expect(await pinned()).toBe('丁己戊丙乙甲')
  })

  it('goes on from a cursor of before there were places, and refuses one that nobody gave', async () => {
    const cursor = (parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    const { items } = await get<ArticlePage>('/api/channels/notices/articles?limit=50')
    const other = items.find(({ title }) => title === '丁（普通）')
    const old = cursor([0, Date.parse(other?.publishedAt ?? ''), other?.id])
    expect((await titles(`/api/channels/notices/articles?limit=2&cursor=${old}`))[0]).toBe('丙（普通）')
    for (const parts of [
      [0, 1, other?.id, 3],
      [1, 1, other?.id, -1],
      [1, 1, other?.id, 'x'],
      [1, 1, other?.id, 1, 1],
    ]) {
      const answer = await request(`${server.url}/api/channels/notices/articles?cursor=${cursor(parts)}`)
      expect(codeOf(answer)).toBe('cursor_invalid')
    }
  })

  it('is refused to who saw another order, to who leaves one out or adds one, and to writers', async () => {
    const before = (await seen()).map(({ id }) => id)
    expect((await arrange('甲乙丙丁戊己')).status).toBe(200)
    expect(codeOf(await arrange('己戊丁丙乙甲', staff, before))).toBe('pins_changed')
    expect(codeOf(await arrange('甲乙丙丁戊'))).toBe('pins_changed')
    ids.set('外', ids.get('甲（普通）') ?? '')
    expect(codeOf(await arrange('甲乙丙丁戊外'))).toBe('pins_changed')
    expect(codeOf(await arrange('甲乙丙丁戊戊'))).toBe('request_invalid')
    await addStaff(server.database, { login: 'writer', role: 'writer' })
    expect(codeOf(await arrange('甲乙丙丁己戊', await logInAs(server, 'writer')))).toBe('role_forbidden')
    expect(await pinned()).toBe('甲乙丙丁戊己')
  })

  it('of two who put it in order at once one is told that it has changed', async () => {
    const before = (await seen()).map(({ id }) => id)
    const answers = await Promise.all(['己戊丁丙乙甲', '丁丙乙甲己戊'].map((order) => arrange(order, staff, before)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

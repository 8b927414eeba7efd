import type { ArticleContent, Change, NewNotice } from '../../server/features/articles/portsStaff'
import { channelPlan } from '../../server/features/channels/plan'
import { newId } from '../../server/kernel/ids'
import type { Database } from '../../server/store/database'
import { createPublishedArticles } from '../../server/store/repositories/articlesRead'
import { createStaffArticles } from '../../server/store/repositories/articlesStaff'
import { createChannelRepository } from '../../server/store/repositories/channels'
import { createThrottle } from '../../server/store/repositories/throttle'
import { association, type Association } from '../../shared/contract/association'
import { MINUTE_MS } from '../../shared/domain/time'
import associationFile from '../../config/association.json'
import { availableDatabases, openFreshDatabase } from '../support/databases'

const zhuhai: Association = association.parse(associationFile)
const STAFF = newId()

describe.each(availableDatabases)('what the store promises, on %s', (kind) => {
  let database: Database
  let close: () => Promise<void>
  let channels: ReturnType<typeof createChannelRepository>
  let staff: ReturnType<typeof createStaffArticles>
  let published: ReturnType<typeof createPublishedArticles>
  beforeEach(async () => {
    ;({ database, close } = await openFreshDatabase(kind))
    channels = createChannelRepository(database)
    staff = createStaffArticles(database)
    published = createPublishedArticles(database)
    await channels.synchronise(channelPlan(zhuhai))
  })
  afterEach(() => close())

  const idOf = async (slug: string): Promise<string> => {
    const tree = await channels.tree()
    return tree.flatMap((node) => [node, ...node.children]).find((node) => node.slug === slug)?.id ?? ''
  }
  const content = async (slug: string, more: Partial<ArticleContent> = {}): Promise<ArticleContent> => ({
    channelId: await idOf(slug),
    title: '题',
    summary: '',
    publisher: '协会',
    bodyHtml: '<p>文</p>',
    blocks: '[]',
    coverId: null,
    pinned: false,
    event: null,
    ...more,
  })
  const audit = (id: string, at: number): Change['audit'] => ({
    at,
    staffId: STAFF,
    action: 'article.test',
    subjectType: 'article',
    subjectId: id,
    address: '127.0.0.1',
  })
  const plan = { reminders: [], off: false }
  const judged = { review: 'none', approves: true } as const
  const put = async (slug: string, at: number, more: Partial<ArticleContent> = {}, notice: NewNotice | null = null) => {
    const id = newId()
    await staff.create(id, await content(slug, more), audit(id, at))
    const outcome = await staff.publish({
      id,
      version: 1,
      summary: '摘要',
      ...judged,
      notice,
      withdrawAt: null,
      plan,
      audit: audit(id, at),
    })
    return { id, outcome }
  }
  const event = (startsAt: number, endsAt: number): ArticleContent['event'] => ({
    startsAt,
    endsAt,
    venue: '活动室',
    address: null,
    location: { latitude: 22.2723, longitude: 113.5745 },
    signupDeadline: null,
    decision: 'scheduled',
  })

  test('channels follow the association’s file, and one that it drops keeps its articles', async () => {
    const before = await channels.tree()
    await channels.synchronise(channelPlan(zhuhai))
    expect(await channels.tree()).toEqual(before)

    const { id } = await put('express', 1000)
    const [news, site] = channelPlan(zhuhai).filter(({ parent }) => parent === null)
    if (news === undefined || site === undefined) throw new Error('the file has changed')
    const notices = { slug: 'notices', name: '公告', kind: 'articles', parent: 'news', position: 0 } as const
    await channels.synchronise([news, notices, { ...site, name: '站务' }])
    expect((await channels.tree()).map(({ name, children }) => [name, children.map((child) => child.name)])).toEqual([
      ['协会资讯', ['公告']],
      ['站务', []],
    ])
    expect(await published.find(id)).toMatchObject({ id, channel: { slug: 'express' } })
    expect(await published.pinned(5)).toEqual([])

    await channels.synchronise(channelPlan(zhuhai))
    const again = (await channels.tree()).flatMap((node) => node.children).map(({ slug }) => slug)
    expect(again).toEqual(['notices', 'express', 'events'])
    expect(await published.list({ channelIds: [await idOf('express')], after: null, limit: 5 })).toHaveLength(1)
  })

  test('a list goes on exactly where it stopped, also among equals', async () => {
    const channelIds = [await idOf('notices'), await idOf('express')]
    for (let turn = 0; turn < 12; turn += 1) {
      await put(turn % 2 === 0 ? 'notices' : 'express', 1000 + (turn % 3), { pinned: turn % 4 === 0 })
    }
    await put('site', 5000)
    const whole = await published.list({ channelIds, after: null, limit: 50 })
    expect(whole).toHaveLength(12)
    expect(whole.slice(0, 3).every(({ pinned }) => pinned)).toBe(true)
    const read: string[] = []
    for (let after: (typeof whole)[number] | null = null; ;) {
      const page: typeof whole = await published.list({ channelIds, after, limit: 5 })
      read.push(...page.map(({ id }) => id))
      after = page.at(-1) ?? null
      if (after === null) break
    }
    expect(read).toEqual(whole.map(({ id }) => id))
  })

  test('the newest of each channel, pinned or not, come in one look', async () => {
    for (const at of [10, 20, 30, 40]) await put('notices', at, { pinned: at === 10 || at === 40 })
    await put('site', 15)
    const ids = [await idOf('notices'), await idOf('site'), await idOf('events')]
    expect((await published.latest(ids, 3)).map(({ publishedAt }) => publishedAt)).toEqual([40, 30, 20, 15])
  })

  test('events are shown until they end, soonest first, with their place', async () => {
    await put('events', 1, { event: event(500, 600) })
    await put('events', 2, { event: event(300, 400) })
    await put('events', 3, { event: event(100, 200) })
    const coming = await published.comingEvents(200, 8)
    expect(coming.map((article) => article.event?.startsAt)).toEqual([300, 500])
    expect(coming[0]?.event?.location).toEqual({ latitude: 22.2723, longitude: 113.5745 })
    expect(await published.comingEvents(199, 1)).toMatchObject([{ event: { startsAt: 100 } }])
  })

  test('instants beyond 32 bits and text of every kind come back as they were', async () => {
    const at = Date.parse('2099-12-31T23:59:59.999Z')
    const title = `社工 🌊 “O'Brien” %_\\ ${'长'.repeat(90)}`
    const { id } = await put('notices', at, { title, bodyHtml: '<p>'.concat('字'.repeat(200_000), '</p>') })
    expect(await published.find(id)).toMatchObject({ title, publishedAt: at })
    expect((await staff.find(id))?.bodyHtml).toHaveLength(200_007)
  })

  test('of many saves of one version, one is taken', async () => {
    const id = newId()
    await staff.create(id, await content('notices'), audit(id, 1))
    const save = async (turn: number) =>
      staff.save({ id, version: 1, audit: audit(id, 2) }, await content('notices', { title: `第${turn}位` }), plan)
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, turn) => save(turn)))
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect(await staff.find(id)).toMatchObject({ version: 2, title: `第${outcomes.indexOf(true)}位` })
  })

  test('a notice that exists already keeps the article from being published: all or nothing', async () => {
    const notice = (): NewNotice => {
      const id = newId()
      return { id, dedupeKey: 'preview:same', templateId: 't', values: {}, page: 'p', atNight: false }
    }
    const first = await put('events', 1, { event: event(1, 2) }, notice())
    const second = await put('events', 1, { event: event(1, 2) }, notice())
    expect([first.outcome, second.outcome]).toEqual(['published', 'notice_exists'])
    expect(await staff.find(second.id)).toMatchObject({ status: 'draft', version: 1, notices: [] })
  })

  test('views that are added at once are all there', async () => {
    const { id } = await put('notices', 1)
    const { id: other } = await put('notices', 1)
    await Promise.all(
      Array.from({ length: 20 }, () =>
        published.addViews(
          new Map([
            [id, 2],
            [other, 1],
          ]),
          Date.now(),
        ),
      ),
    )
    expect([await published.views(id), await published.views(other)]).toEqual([40, 20])
    expect(await published.views(newId())).toBeNull()
  })

  test('tries are counted one by one, however many come at once, and begin anew after their window', async () => {
    const throttle = createThrottle(database)
    const counts = await Promise.all(Array.from({ length: 15 }, () => throttle.count('key', MINUTE_MS, 1000)))
    expect(counts.map(({ tries }) => tries).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 15 }, (_, at) => at + 1),
    )
    expect(await throttle.count('key', MINUTE_MS, 1000 + MINUTE_MS)).toEqual({ tries: 1, endsAt: 1000 + 2 * MINUTE_MS })
    await throttle.forget('key')
    expect((await throttle.count('key', MINUTE_MS, 1000)).tries).toBe(1)
  })
})

import type { ArticlePage, ChannelNode, ChannelSettings, Home, SearchPage } from '../../shared/contract'
import { AuditEntity } from '../../server/store/entities'
import { createChannelRepository } from '../../server/store/repositories/channels'
import { channelPlan } from '../../server/features/channels/plan'
import { readSettings } from '../../server/main/settings'
import { startWeb, type RunningWeb } from '../../server/main/startWeb'
import { silentLogger } from '../../server/kernel/logger'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'
import { shownTooLate } from '../support/withinASecond'

const PATH = '/api/admin/settings/channels'

describe.each(availableDatabases)('channels as staff want them, on %s', (kind) => {
  let server: TestServer
  let other: RunningWeb
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind })
    admin = await asAdministrator(server)
    const { url, database } = server.database.migrations.options as { url?: string; database?: string }
    const environment = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: server.dataFolder }
    const settings = readSettings({ ...environment, DATABASE_URL: kind === 'sqlite' ? `sqlite:${database}` : url })
    other = await startWeb({ settings, clock: server.clock, logger: silentLogger, migrate: false, seed: false })
  })
  afterAll(async () => {
    await other.stop()
    await server.stop()
  })

  const get = <T>(path: string, at = server.url) => request<T>(`${at}${path}`)
  const settings = async () => (await admin.call<ChannelSettings>('GET', PATH)).body.channels
  type Setting = ChannelSettings['channels'][number]
  const inputOf = (channels: Setting[]) => ({
    channels: channels.map(({ slug, name, hidden, children }) => ({
      ...{ slug, name, hidden },
      children: children.map((child) => ({ slug: child.slug, name: child.name, hidden: child.hidden })),
    })),
  })
  const keep = (channels: Setting[], as = admin) => as.call<ChannelSettings>('PUT', PATH, { json: inputOf(channels) })
  const change = async (slug: string, part: Partial<Setting>) => {
    const changed = (await settings()).map((node) => ({
      ...(node.slug === slug ? { ...node, ...part } : node),
      children: node.children.map((child) => (child.slug === slug ? { ...child, ...part } : child)),
    }))
    expect((await keep(changed)).status).toBe(200)
  }
  const slugs = (tree: ChannelNode[]) => tree.flatMap((node) => [node.slug, ...node.children.map(({ slug }) => slug)])
  const tree = async (at?: string) => (await get<{ channels: ChannelNode[] }>('/api/channels', at)).body.channels

  it('are named and ordered anew for members, and stay so after a restart', async () => {
    const [news, site] = await settings()
    if (news === undefined || site === undefined) throw new Error('the sample has two')
    const renamed = { ...site, name: '站务' }
    const turned = { ...news, children: [...news.children].reverse() }
    expect((await keep([renamed, turned])).status).toBe(200)
    const seen = await tree()
    expect(seen.map(({ name }) => name)).toEqual(['站务', '协会资讯'])
    expect(slugs(seen)).toEqual(['site', 'news', 'events', 'express', 'notices'])
    expect((await settings())[0]).toMatchObject({ name: '站务', fileName: '本站公告' })
    await createChannelRepository(server.database).synchronise(
      channelPlan(readSettings({ DATA_DIR: server.dataFolder }).association),
    )
    expect((await tree())[0]?.name).toBe('站务')
  })

  it('vanish with all that is in them within a second, everywhere, and come back as they were', async () => {
    const at = `http://127.0.0.1:${other.port}`
    const { body: list } = await get<ArticlePage>('/api/channels/express/articles', at)
    const article = list.items[0]
    if (article === undefined) throw new Error('the sample has one')
    expect((await get(`/api/articles/${article.id}`, at)).status).toBe(200)
    await change('express', { hidden: true })
    expect(await shownTooLate(async () => (await get(`/api/articles/${article.id}`, at)).status !== 404)).toEqual([])
    for (const url of [server.url, at]) {
      expect(slugs(await tree(url))).not.toContain('express')
      expect((await get(`/api/articles/${article.id}`, url)).status).toBe(404)
      expect(codeOf(await get('/api/channels/express/articles', url))).toBe('channel_not_found')
      const { body } = await get<Home>('/api/home', url)
      const shown = [...body.pinned, ...body.latest.flatMap(({ items }) => items)]
      expect(shown.map(({ channel }) => channel.slug)).not.toContain('express')
      const found = await get<SearchPage>(`/api/search?q=${encodeURIComponent(article.title.slice(0, 6))}`, url)
      expect(JSON.stringify(found.body)).not.toContain(article.id)
      const json = { opening: '6f3a1c7e-0000-4000-8000-000000000001' }
      expect((await request(`${url}/api/articles/${article.id}/views`, 'POST', { json })).status).toBe(404)
    }
    // staff go on writing there, and are told
    const site = await admin.call<{ channels: ChannelNode[] }>('GET', '/api/admin/site')
    expect(JSON.stringify(site.body.channels)).toContain('新闻速递（已隐藏）')
    await keepDraft(admin, articleInput({ channel: 'express' }))

    await change('express', { hidden: false })
    expect((await get(`/api/articles/${article.id}`)).status).toBe(200)
    expect(slugs(await tree())).toContain('express')
  })

  it('are written down in the log with what was', async () => {
    const entries = await server.database.read.findBy(AuditEntity, { subjectType: 'setting', subjectId: 'channels' })
    expect(entries.length).toBeGreaterThan(2)
    expect(JSON.parse(entries[0]?.detail ?? '')).toMatchObject({
      was: [],
      is: [{ slug: 'site', name: '站务' }, {}, {}, {}, {}],
    })
  })

  it('cannot be lost, doubled, moved or all hidden, and only administrators change them', async () => {
    const before = await settings()
    const [first, second] = before
    if (first === undefined || second === undefined) throw new Error('two')
    expect(codeOf(await keep([first]))).toBe('channels_differ')
    expect(codeOf(await keep([first, second, second]))).toBe('channels_differ')
    expect(
      codeOf(
        await keep([
          { ...first, children: second.children },
          { ...second, children: first.children },
        ]),
      ),
    ).toBe('channels_differ')
    expect(codeOf(await keep(before.map((node) => ({ ...node, hidden: true }))))).toBe('channels_none_visible')
    expect(codeOf(await keep([{ ...first, name: second.name }, second]))).toBe('channels_same_name')
    expect(await keep([{ ...first, name: '　' }, second])).toMatchObject({ status: 400 })
    expect(await keep([{ ...first, name: '名'.repeat(21) }, second])).toMatchObject({
      body: { error: { fields: { 'channels.0.name': { code: 'too_long' } } } },
    })
    await addStaff(server.database, { login: 'editor', role: 'editor' })
    const editor = await logInAs(server, 'editor')
    expect(codeOf(await keep(before, editor))).toBe('role_forbidden')
    expect((await editor.call('GET', PATH)).status).toBe(200)
    expect(await settings()).toEqual(before)
  })
})

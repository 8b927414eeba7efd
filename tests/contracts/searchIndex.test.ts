import type { ArticleContent, Change } from '../../server/features/articles/portsStaff'
import { channelPlan } from '../../server/features/channels/plan'
import { newId } from '../../server/kernel/ids'
import type { Database } from '../../server/store/database'
import { createStaffArticles } from '../../server/store/repositories/articlesStaff'
import { createChannelRepository } from '../../server/store/repositories/channels'
import { createContentChanges, withPublicTraces } from '../../server/store/repositories/publicContent'
import { followSearch } from '../../server/store/repositories/searchDocuments'
import { createSearchIndex } from '../../server/store/repositories/searchIndex'
import { createSearchRebuild } from '../../server/store/repositories/searchRebuild'
import { association } from '../../shared/contract/association'
import { soughtTokens } from '../../shared/domain/searchWords'
import associationFile from '../../config/association.json'
import { availableDatabases, openFreshDatabase } from '../support/databases'

const plan = { reminders: [], off: false }

describe.each(availableDatabases)('the search index and what is told of changes, on %s', (kind) => {
  let database: Database
  let close: () => Promise<void>
  let staff: ReturnType<typeof createStaffArticles>
  let channelId: string
  beforeEach(async () => {
    ;({ database, close } = await openFreshDatabase(kind))
    const channels = createChannelRepository(database)
    await channels.synchronise(channelPlan(association.parse(associationFile)))
    channelId = (await channels.tree()).find(({ slug }) => slug === 'site')?.id ?? ''
    staff = createStaffArticles(database)
  })
  afterEach(() => close())

  const audit = (id: string): Change['audit'] => ({
    ...{ at: 1_760_000_000_000, staffId: newId(), action: 'article.test', subjectType: 'article', subjectId: id },
    address: '127.0.0.1',
  })
  const content = (title: string): ArticleContent => ({
    ...{ channelId, title, summary: '', publisher: '协会', bodyHtml: '', coverId: null, pinned: false, event: null },
    blocks: JSON.stringify([{ type: 'paragraph', content: [{ text: '正文' }] }]),
  })
  const judged = { review: 'none', approves: true } as const
  const publish = async (title: string): Promise<string> => {
    const id = newId()
    await staff.create(id, content(title), audit(id))
    await staff.publish({
      id,
      version: 1,
      summary: '',
      ...judged,
      notice: null,
      withdrawAt: null,
      plan,
      audit: audit(id),
    })
    return id
  }
  const find = async (word: string): Promise<string[]> => {
    const range = { field: 'text', channelIds: null, from: null, to: null, after: null } as const
    const found = await createSearchIndex(database).withTokens(range, soughtTokens(word), 50)
    return found.map(({ id }) => id)
  }
  const clear = () =>
    database.write(async (manager) => {
      await manager.query(`DELETE FROM ${database.isMysql ? 'search_title' : 'search_token'}`)
      await manager.query('DELETE FROM search_document')
    })

  test('a change that is rolled back leaves no trace, in the index or in what is told', async () => {
    const id = await publish('木棉')
    const changes = createContentChanges(database)
    const newest = await changes.newest()
    const change = database.write(async (manager) => {
      await withPublicTraces(manager, id, async () => {
        await manager.query(`UPDATE article SET title = '榕树' WHERE id = ?`, [id])
        return true
      })
      throw new Error('the disk is full')
    })
    await expect(change).rejects.toThrow('the disk is full')
    expect([await find('榕树'), await find('木棉'), await changes.newest()]).toEqual([[], [id], newest])
  })

  test('each change is told once, in order, with what it touched; a draft’s is not', async () => {
    const changes = createContentChanges(database)
    const begun = await changes.newest()
    const id = await publish('木棉')
    await staff.create(newId(), content('草稿'), audit(id))
    expect(await staff.withdraw({ id, version: 1, audit: audit(id) })).toBe(false)
    await staff.withdraw({ id, version: 2, audit: audit(id) })
    const topics = [`article:${id}`, `channel:${channelId}`]
    expect(await changes.since(begun)).toEqual([
      { version: begun + 1, topics },
      { version: begun + 2, topics },
    ])
    expect(await changes.newest()).toBe(begun + 2)
  })

  test('processes that write at once each tell their change, and none is passed over', async () => {
    const changes = createContentChanges(database)
    const begun = await changes.newest()
    const ids = await Promise.all(Array.from({ length: 12 }, (_, at) => publish(`同时${at}`)))
    const told = await changes.since(begun)
    expect(told.map(({ version }) => version)).toEqual(ids.map((_, at) => begun + at + 1))
    expect(new Set(told.map(({ topics }) => topics[0]))).toEqual(new Set(ids.map((id) => `article:${id}`)))
  })

  test('an index that is lost, or holds what is gone, is made anew while others write', async () => {
    const ids = []
    for (let count = 0; count < 60; count += 1) ids.push(await publish(`旧文${count}`))
    await clear()
    expect(await find('旧文')).toEqual([])
    const rebuild = createSearchRebuild(database)
    expect(await rebuild.isNeeded()).toBe(true)
    const steps: number[] = []
    const [looked, fresh] = await Promise.all([
      rebuild.run({ onProgress: ({ done }) => steps.push(done) }),
      publish('新文旧文'),
    ])
    expect(looked).toBeGreaterThanOrEqual(60)
    expect(steps.length).toBeGreaterThan(2)
    expect((await find('旧文')).sort().slice(0, 50)).toHaveLength(50)
    expect(await find('新文')).toEqual([fresh])
    expect(await rebuild.isNeeded()).toBe(false)

    const [gone = ''] = ids
    await database.write((manager) => manager.query('DELETE FROM article WHERE id = ?', [gone]))
    expect(await find('文0')).toEqual([gone])
    await rebuild.run()
    expect(await find('文0')).toEqual([])
  })

  test('what is sought stretch by stretch is found whole, newest first, wherever it was published', async () => {
    const day = 86_400_000
    // Many of late, then nothing for years, two of one moment, and one from the very beginning.
    const places = [...Array.from({ length: 40 }, (_, at) => 20_000 - at), 19_000, 14_000, 14_000, 3]
    for (const [at, place] of places.entries()) {
      const id = await publish(at % 2 === 0 ? `舢板第${at}` : `别的第${at}`)
      await database.write(async (manager) => {
        await manager.query('UPDATE article SET published_at = ? WHERE id = ?', [place * day, id])
        await followSearch(manager, id)
      })
    }
    const index = createSearchIndex(database, { rowsAtOnce: 4, sample: 10 })
    const read = async (word: string, field: 'title' | 'text', size: number, from: number | null = null) => {
      const found: number[] = []
      for (let after: { publishedAt: number; id: string } | null = null; ;) {
        const range = { field, channelIds: null, from, to: null, after }
        const page = await index.withTokens(range, soughtTokens(word), size)
        found.push(...page.map(({ publishedAt }) => publishedAt / day))
        after = page.at(-1) ?? null
        if (page.length < size) return found
      }
    }
    const titled = places.filter((_, at) => at % 2 === 0).sort((a, b) => b - a)
    for (const size of [1, 3, 7, 100]) {
      expect([size, await read('舢板', 'title', size)]).toEqual([size, titled])
      expect([size, await read('正文', 'text', size)]).toEqual([size, [...places].sort((a, b) => b - a)])
    }
    expect(await read('正文', 'text', 2, 14_000 * day)).toEqual(places.filter((place) => place >= 14_000))
    expect(await read('无此', 'text', 2)).toEqual([])
  })

  test('a run that is stopped begins anew the next time', async () => {
    await publish('木棉')
    const ending = new AbortController()
    ending.abort()
    const rebuild = createSearchRebuild(database)
    await rebuild.run({ signal: ending.signal })
    expect(await rebuild.isNeeded()).toBe(true)
  })
})

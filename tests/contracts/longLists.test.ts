import { createAuditLog } from '../../server/store/repositories/auditLog'
import { createStaffArticles } from '../../server/store/repositories/articlesStaff'
import { createChannelRepository } from '../../server/store/repositories/channels'
import { createFinderStore } from '../../server/store/repositories/finder'
import { createLibrary } from '../../server/store/repositories/library'
import type { StaffListQuery, StaffSummary } from '../../server/features/articles/portsStaff'
import { channelPlan } from '../../server/features/channels/plan'
import type { Database } from '../../server/store/database'
import { association } from '../../shared/contract/association'
import associationFile from '../../config/association.json'
import { availableDatabases, openFreshDatabase, type OpenFreshDatabase } from '../support/databases'
import { fillArticles, fillAudit, fillPictures, numbered } from '../support/manyRows'

const COUNT = 3_000
const NEWEST = Date.parse('2026-11-20T08:00:00Z')
const ALL: StaffListQuery = {
  status: undefined,
  review: undefined,
  channelIds: undefined,
  words: undefined,
  after: null,
  limit: 50,
}

type Row = Record<string, string | number | null>

/** How the database goes about what `ask` asks last, one line for each table. */
async function planOf(database: Database, ask: () => Promise<unknown>): Promise<string[]> {
  const asked = jest.spyOn(database.read, 'query')
  await ask()
  const [sql = '', values] = asked.mock.calls.at(-1) ?? []
  asked.mockRestore()
  const rows = await database.read.query<Row[]>(`${database.isMysql ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN'} ${sql}`, values)
  return rows.map((row) => (database.isMysql ? `${row.table} ${row.type} ${row.key} ${row.Extra}` : String(row.detail)))
}

/** Whether all that fits is put into order for one page of it. MariaDB does so where a whole table is a few pages. */
const isSorted = (line: string): boolean => /TEMP B-TREE/.test(line) || /filesort/.test(line.replace(/^. ALL .*/, ''))

describe.each(availableDatabases)('lists of thousands, on %s', (kind) => {
  let opened: OpenFreshDatabase
  let channelId: string
  const database = () => opened.database
  const list = (more: Partial<StaffListQuery> = {}) => createStaffArticles(database()).list({ ...ALL, ...more })

  beforeAll(async () => {
    opened = await openFreshDatabase(kind)
    const channels = createChannelRepository(database())
    await channels.synchronise(channelPlan(association.parse(associationFile)))
    await fillArticles(database(), COUNT, { channels: ['notices', 'site'], newest: NEWEST })
    await fillPictures(database(), COUNT, NEWEST)
    await fillAudit(database(), COUNT, NEWEST)
    if (database().isMysql) await database().read.query('ANALYZE TABLE article, media, audit_entry')
    channelId = (await list({ words: numbered(1) }))[0]?.channel.id ?? ''
  })
  afterAll(() => opened.close())

  const FILTERS: [string, () => Partial<StaffListQuery>][] = [
    ['everything', () => ({})],
    ['drafts', () => ({ status: 'draft' })],
    ['what waits for review', () => ({ review: 'submitted' })],
    ['a channel', () => ({ channelIds: [channelId] })],
    ['drafts of a channel that has none', () => ({ status: 'draft', channelIds: ['nobody'] })],
    ['words', () => ({ words: numbered(COUNT - 1) })],
    ['the next page', () => ({ after: { at: NEWEST - 60_000_000, id: 'z' } })],
  ]

  it.each(FILTERS)('articles by %s: from one index in its order, without reading a body', async (_, filter) => {
    const plan = await planOf(database(), () => list(filter()))
    const page = plan.filter((line) => line.includes('ix_article_desk'))
    expect(page).toHaveLength(1)
    expect(page[0]).toMatch(database().isMysql ? /Using index$/ : /COVERING INDEX/)
    // what is joined and put into order are the few rows of the page
    const whole = plan.filter((line) => /^a ALL|^SCAN a(?! USING COVERING)/.test(line))
    expect(whole).toEqual([])
  })

  it('finds titles for the palette in the same index', async () => {
    const plan = await planOf(database(), () => createFinderStore(database()).titles(['没有'], 8))
    expect(plan.join('\n')).toContain('ix_article_desk')
  })

  it.each([
    ['action', { action: 'article.publish' }],
    ['person', { by: 'nobody' }],
    ['kind of thing', { subject: 'article' as const }],
    ['nothing', {}],
  ])('the audit log by %s: in the order of an index', async (_, filter) => {
    const plan = await planOf(database(), () => createAuditLog(database()).list(filter, null, 50))
    expect(plan.filter(isSorted)).toEqual([])
  })

  it('pictures: in the order of an index', async () => {
    const ask = () => createLibrary(database()).list({ words: undefined, after: null, limit: 50 })
    const plan = await planOf(database(), ask)
    expect(plan.filter(isSorted)).toEqual([])
  })

  it('goes from page to page through all articles, each once and in order', async () => {
    const titles: string[] = []
    let after: StaffListQuery['after'] = null
    for (;;) {
      const page: StaffSummary[] = await list({ after, limit: 200 })
      titles.push(...page.map(({ title }) => title))
      const last = page.at(-1)
      if (last === undefined) break
      after = { at: last.updatedAt, id: last.id }
    }
    expect(titles).toEqual(Array.from({ length: COUNT }, (_, at) => `长名单 ${numbered(at)}`))
  })

  it('loses nobody of those saved in the same millisecond', async () => {
    await database().write((manager) => manager.query('UPDATE article SET updated_at = ?', [NEWEST]))
    const ids: string[] = []
    let after: StaffListQuery['after'] = null
    for (;;) {
      const page: StaffSummary[] = await list({ status: 'draft', after, limit: 77 })
      ids.push(...page.map(({ id }) => id))
      const last = page.at(-1)
      if (last === undefined) break
      after = { at: last.updatedAt, id: last.id }
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(COUNT / 6)
  })
})

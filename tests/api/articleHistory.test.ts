import { randomUUID } from 'node:crypto'
import type { ArticlePage, ArticleRevision, ArticleRevisionDetail, StaffArticle } from '../../shared/contract'
import { REVISIONS_KEPT } from '../../shared/domain/revisions'
import { availableDatabases } from '../support/databases'
import { articleInput, eventArticle, eventInput } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('the saves of an article, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  let writer: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: true })
    admin = await asAdministrator(server)
    await addStaff(server.database, { login: 'writer', role: 'writer' })
    writer = await logInAs(server, 'writer')
  })
  afterAll(() => server.stop())

  const save = async (article: StaffArticle, json: object, browser = admin) =>
    browser.call<StaffArticle>('PUT', `/api/admin/articles/${article.id}`, {
      json: { version: article.version, article: json },
    })
  const revisions = async (id: string) =>
    (await admin.call<{ items: ArticleRevision[] }>('GET', `/api/admin/articles/${id}/revisions`)).body.items
  const restore = (id: string, version: number, revision: string, browser = admin) =>
    browser.call<StaffArticle>('POST', `/api/admin/articles/${id}/restore`, { json: { version, revision } })
  const count = async (table: string, id: string): Promise<number> => {
    const [row] = await server.database.read.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM ${table} WHERE article_id = ?`,
      [id],
    )
    return Number(row?.n)
  }

  test('each save is kept with all its fields, and a restored one is a new save', async () => {
    const event = eventInput({ venue: '一楼大厅' })
    const draft = await keepDraft(admin, eventArticle({ title: '督导沙龙', bodyHtml: '<p>请准时。</p>', event }))
    const second = eventArticle({
      title: '督导沙龙（改）',
      bodyHtml: '<p>请提前。</p>',
      event: eventInput(),
      pinned: true,
    })
    expect((await save(draft, second)).status).toBe(200)
    const kept = await revisions(draft.id)
    expect(kept.map(({ version, title, savedBy }) => [version, title, savedBy])).toEqual([
      [2, '督导沙龙（改）', '王主任'],
      [1, '督导沙龙', '王主任'],
    ])
    const first = kept[1]?.id ?? ''
    const path = `/api/admin/articles/${draft.id}/revisions/${first}`
    expect((await admin.call<ArticleRevisionDetail>('GET', path)).body).toMatchObject({
      title: '督导沙龙',
      bodyHtml: '<p>请准时。</p>',
      pinned: false,
      event: { venue: '一楼大厅', startsAt: new Date(event.startsAt).toISOString() },
    })
    const back = await restore(draft.id, 2, first)
    expect(back.body).toMatchObject({ version: 3, title: '督导沙龙', pinned: false, event: { venue: '一楼大厅' } })
    expect((await revisions(draft.id)).map(({ version }) => version)).toEqual([3, 2, 1])
    const [audit] = await server.database.read.query<{ action: string; detail: string }[]>(
      'SELECT action, detail FROM audit_entry WHERE subject_id = ? ORDER BY id DESC LIMIT 1',
      [draft.id],
    )
    expect([audit?.action, JSON.parse(audit?.detail ?? '{}')]).toEqual([
      'article.restore',
      { title: '督导沙龙', version: 3, restored: 1 },
    ])
  })

  test('a restore never overwrites what somebody saved in between, and members see a restored article at once', async () => {
    const draft = await keepDraft(admin, articleInput({ title: '初稿' }))
    const { body: published } = await admin.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, {
      json: { version: 1, notice: null },
    })
    const { body: changed } = await save(published, articleInput({ title: '改坏的标题' }))
    const first = (await revisions(draft.id)).at(-1)?.id ?? ''
    expect(codeOf(await restore(draft.id, published.version, first))).toBe('article_changed')
    expect((await restore(draft.id, changed.version, first)).status).toBe(200)
    const read = await request<{ title: string }>(`${server.url}/api/articles/${draft.id}`)
    expect(read.body.title).toBe('初稿')
  })

  test('of an article from before there was a history, its first save keeps what stood before', async () => {
    const page = await admin.call<ArticlePage>('GET', '/api/admin/articles?status=published&limit=2')
    const id = page.body.items[1]?.id ?? ''
    const { body: sample } = await admin.call<StaffArticle>('GET', `/api/admin/articles/${id}`)
    expect(await revisions(id)).toEqual([])
    const json = articleInput({ channel: sample.channel.slug, title: '新标题', event: null })
    const event = sample.event === null ? null : { ...eventInput(), venue: '另一处' }
    expect((await save(sample, { ...json, event })).status).toBe(200)
    const kept = await revisions(id)
    expect(kept.map(({ title }) => title)).toEqual(['新标题', sample.title])
    const before = await restore(id, sample.version + 1, kept[1]?.id ?? '')
    expect(before.body).toMatchObject({ title: sample.title, bodyHtml: sample.bodyHtml, event: sample.event })
  })

  test('the last hundred saves are kept, not one more', async () => {
    let article = await keepDraft(admin, articleInput())
    for (let number = 0; number < REVISIONS_KEPT; number += 1) {
      article = (await save(article, articleInput({ title: `第 ${number} 稿` }))).body
    }
    const kept = await revisions(article.id)
    expect([kept.length, kept[0]?.version, kept.at(-1)?.version]).toEqual([REVISIONS_KEPT, article.version, 2])
  })

  test('a save that is refused leaves no trace in the history', async () => {
    const draft = await keepDraft(admin, articleInput())
    await save(draft, articleInput({ title: '第二稿' }))
    expect(codeOf(await save(draft, articleInput({ title: '迟到的一稿' })))).toBe('article_changed')
    expect(await count('article_revision', draft.id)).toBe(2)
  })

  test('a writer restores in their own draft only; a revision of another article is not found', async () => {
    const draft = await keepDraft(admin, articleInput())
    const own = await keepDraft(writer, articleInput())
    const theirs = (await revisions(draft.id))[0]?.id ?? ''
    expect(codeOf(await restore(draft.id, 1, theirs, writer))).toBe('role_forbidden')
    expect(codeOf(await restore(own.id, 1, theirs, writer))).toBe('revision_not_found')
    expect((await restore(own.id, 1, (await revisions(own.id))[0]?.id ?? '', writer)).status).toBe(200)
  })

  test('a first save whose answer was lost is saved on, and leaves one draft', async () => {
    const key = randomUUID()
    const first = await keepDraft(writer, { ...articleInput({ title: '独一份' }), key })
    const again = await keepDraft(writer, { ...articleInput({ title: '独一份，又写了一句' }), key })
    expect([again.id, again.version, again.title]).toEqual([first.id, 2, '独一份，又写了一句'])
    const other = await admin.call('POST', '/api/admin/articles', { json: { ...articleInput(), key } })
    expect(codeOf(other)).toBe('article_changed')
    await save(again, articleInput({ title: '同事改过' }))
    const late = await writer.call('POST', '/api/admin/articles', { json: { ...articleInput(), key } })
    expect(codeOf(late)).toBe('article_changed')
  })

  test('clicked twice at once, a first save makes one draft', async () => {
    const key = randomUUID()
    const json = { ...articleInput({ title: '双击' }), key }
    const answers = await Promise.all(
      [1, 2, 3].map(() => admin.call<StaffArticle>('POST', '/api/admin/articles', { json })),
    )
    const made = answers.filter(({ status }) => status === 201)
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
    const [row] = await server.database.read.query<{ n: number | string }[]>(
      'SELECT COUNT(*) AS n FROM article WHERE save_key = ?',
      [key],
    )
    expect(Number(row?.n)).toBe(1)
  })
})

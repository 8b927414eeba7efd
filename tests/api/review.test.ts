import { setTimeout as wait } from 'node:timers/promises'
import type { ArticlePage, ReviewQueue, StaffArticle, StaffArticleSummary } from '../../shared/contract'
import { DAY_MS, HOUR_MS } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { articleInput, eventArticle, eventInput } from '../support/factories'
import { codeOf } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

describe.each(availableDatabases)('the check before an article is public, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  let editor: StaffBrowser
  let writer: StaffBrowser
  let other: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
    for (const [login, role] of [
      ['editor', 'editor'],
      ['writer', 'writer'],
      ['other', 'writer'],
    ] as const) {
      await addStaff(server.database, { login, role })
    }
    editor = await logInAs(server, 'editor')
    writer = await logInAs(server, 'writer')
    other = await logInAs(server, 'other')
  })
  afterAll(() => server.stop())
  afterEach(() => fourEyes(false))

  const step = (browser: StaffBrowser, { id, version }: StaffArticle, name: string, text?: string) =>
    browser.call<StaffArticle>('POST', `/api/admin/articles/${id}/review`, {
      json: { version, kind: name, ...(text === undefined ? {} : { text }) },
    })
  const save = (browser: StaffBrowser, { id, version }: StaffArticle, article: object) =>
    browser.call<StaffArticle>('PUT', `/api/admin/articles/${id}`, { json: { version, article } })
  const publish = (browser: StaffBrowser, { id, version }: StaffArticle) =>
    browser.call<StaffArticle>('POST', `/api/admin/articles/${id}/publish`, { json: { version, notice: null } })
  const now = async ({ id }: StaffArticle) => (await admin.call<StaffArticle>('GET', `/api/admin/articles/${id}`)).body
  const queue = async (browser: StaffBrowser) => (await browser.call<ReviewQueue>('GET', '/api/admin/reviews')).body
  const fourEyes = (on: boolean) => admin.call('PUT', '/api/admin/settings/review', { json: { fourEyes: on } })
  const trailOf = ({ reviewed }: StaffArticle) => reviewed.trail.map(({ kind: what, by, text }) => [what, by, text])
  const audited = async (id: string): Promise<string[]> =>
    (
      await server.database.read.query<{ action: string }[]>(
        `SELECT action FROM audit_entry WHERE subject_id = ? AND action LIKE 'article.review%' ORDER BY id`,
        [id],
      )
    ).map(({ action }) => action)

  test('a writer submits, an editor returns it with the reason, the writer mends it, and the editor approves', async () => {
    const draft = await keepDraft(writer, articleInput({ title: '义工招募' }))
    expect(codeOf(await publish(writer, draft))).toBe('role_forbidden')
    const submitted = await step(writer, draft, 'submitted', '请看一下时间对不对')
    expect(submitted.body).toMatchObject({ review: 'submitted', version: 1 })
    expect(await queue(editor)).toMatchObject({
      waiting: 1,
      first: [{ id: draft.id, title: '义工招募', submittedBy: 'writer', text: '请看一下时间对不对' }],
    })
    const listed = await editor.call<{ items: StaffArticleSummary[] }>('GET', '/api/admin/articles?review=submitted')
    expect(listed.body.items.map(({ id, review }) => [id, review])).toEqual([[draft.id, 'submitted']])

    expect((await step(editor, draft, 'returned')).body).toMatchObject({
      error: { code: 'request_invalid', fields: { text: { code: 'required' } } },
    })
    const returned = await step(editor, draft, 'returned', '缺少联系电话')
    expect(returned.body.review).toBe('returned')
    expect(await queue(writer)).toMatchObject({ waiting: 0, returned: 1 })
    expect(await queue(editor)).toMatchObject({ returned: 0 })

    const mended = await save(writer, draft, articleInput({ title: '义工招募', bodyHtml: '<p>电话 0756-2222222</p>' }))
    expect(mended.body).toMatchObject({ review: 'returned', version: 2 })
    await step(writer, mended.body, 'commented', '已补上')
    await step(writer, mended.body, 'submitted')
    const approved = await step(editor, mended.body, 'approved')
    expect(approved.body).toMatchObject({
      review: 'approved',
      reviewed: { approved: { by: 'editor' }, byAnother: true },
    })
    const published = await publish(admin, approved.body)
    expect(published.body).toMatchObject({ status: 'published', reviewed: { approved: { by: 'editor' } } })
    expect(trailOf(published.body)).toEqual([
      ['submitted', 'writer', '请看一下时间对不对'],
      ['returned', 'editor', '缺少联系电话'],
      ['commented', 'writer', '已补上'],
      ['submitted', 'writer', ''],
      ['approved', 'editor', ''],
    ])
    expect(await audited(draft.id)).toEqual([
      'article.review_submitted',
      'article.review_returned',
      'article.review_commented',
      'article.review_submitted',
      'article.review_approved',
    ])
  })

  test('who publishes what nobody has approved has approved it; each public change has its name', async () => {
    const draft = await keepDraft(writer, articleInput())
    await step(writer, draft, 'submitted')
    const { body: published } = await publish(editor, draft)
    expect(published).toMatchObject({ review: 'approved', reviewed: { approved: { by: 'editor' }, byAnother: true } })
    expect((await queue(editor)).first.map(({ id }) => id)).not.toContain(draft.id)
    const { body: changed } = await save(admin, published, articleInput({ title: '更正后的通知' }))
    expect(changed).toMatchObject({ review: 'approved', reviewed: { approved: { by: '王主任' }, byAnother: false } })
    expect(trailOf(changed).map(([what, by]) => [what, by])).toEqual([
      ['submitted', 'writer'],
      ['approved', 'editor'],
      ['approved', '王主任'],
    ])
    expect(codeOf(await step(editor, changed, 'returned', '晚了'))).toBe('article_published')
    expect((await step(editor, changed, 'commented', '改得好')).status).toBe(200)
  })

  test('a change of what was approved takes the approval away; a save that changes nothing does not', async () => {
    const draft = await keepDraft(writer, eventArticle({ event: eventInput({ venue: '一楼' }) }))
    await step(writer, draft, 'submitted')
    await step(editor, draft, 'approved')
    const input = eventArticle({ event: { ...eventInput(), ...draft.event, venue: '一楼' } })
    const { body: same } = await save(writer, draft, { ...input, pinned: true })
    expect(same).toMatchObject({ review: 'approved', version: 2 })
    const { body: moved } = await save(writer, same, { ...input, event: { ...input.event, venue: '二楼' } })
    expect(moved).toMatchObject({ review: 'none', reviewed: { approved: null } })
    expect((await step(writer, moved, 'submitted')).body.review).toBe('submitted')
  })

  test('what changed meanwhile is not decided about, and of two who decide at once one is told', async () => {
    const draft = await keepDraft(writer, articleInput())
    await step(writer, draft, 'submitted')
    const { body: newer } = await save(writer, draft, articleInput({ title: '又改了标题' }))
    expect(newer.review).toBe('submitted')
    expect(codeOf(await step(editor, draft, 'approved'))).toBe('article_changed')
    const answers = await Promise.all([
      step(editor, newer, 'approved'),
      step(admin, newer, 'returned', '标题不通'),
      step(admin, newer, 'approved'),
    ])
    const states = (await now(newer)).reviewed.trail.map((entry) => entry.kind).slice(1)
    // Who returns right after an approval takes it back, and that is no race.
    expect([['approved'], ['returned'], ['approved', 'returned']]).toContainEqual(states)
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused).toHaveLength(3 - states.length)
    expect(refused.map(codeOf).every((code) => code === 'review_changed')).toBe(true)
  })

  test.each(Array.from({ length: 8 }, (_, turn) => turn))(
    'an approval and a save at one moment agree (%i)',
    async () => {
      const draft = await keepDraft(writer, articleInput())
      await step(writer, draft, 'submitted')
      const changed = articleInput({ title: '同时改的标题' })
      const [approval, saved] = await Promise.all([step(editor, draft, 'approved'), save(writer, draft, changed)])
      expect(saved.status).toBe(200)
      const { review, title } = await now(draft)
      // Approved first: the save took it away. Saved first: the approval was of a version that is not the newest any more.
      expect([approval.status === 200 ? '' : codeOf(approval), review]).toEqual(
        approval.status === 200 ? ['', 'none'] : ['article_changed', 'submitted'],
      )
      expect(title).toBe('同时改的标题')
    },
  )

  // The other engine has one writer: there the two never wait for one row.
  const orders = kind === 'mariadb' ? (['save', 'approval'] as const) : []
  for (const first of orders)
    test(`an approval and a save wait for one row, and the ${first} comes first`, async () => {
      const draft = await keepDraft(writer, articleInput())
      await step(writer, draft, 'submitted')
      let release: () => void = () => undefined
      const held = server.database.write(async (manager) => {
        await manager.query('SELECT id FROM article WHERE id = ? FOR UPDATE', [draft.id])
        await new Promise<void>((resolve) => (release = resolve))
      })
      const waiting = (count: number) =>
        until(
          async () => {
            // The engine shows an older view for as long as it is asked more than ten times a second.
            await wait(150)
            const [row] = await server.database.read.query<{ n: number | string }[]>(
              `SELECT COUNT(*) AS n FROM information_schema.INNODB_TRX
                WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE 'UPDATE article%${draft.id}%'`,
            )
            return Number(row?.n ?? 0)
          },
          (found) => found >= count,
          40_000,
        )
      const saving = () => save(writer, draft, articleInput({ title: '同时改的标题' }))
      const approving = () => step(editor, draft, 'approved')
      const one = first === 'save' ? saving() : approving()
      await waiting(1)
      const two = first === 'save' ? approving() : saving()
      await waiting(2)
      release()
      await held
      const [earlier, later] = [await one, await two]
      expect(earlier.status).toBe(200)
      expect(later.status === 200 ? '' : codeOf(later)).toBe(first === 'save' ? 'article_changed' : '')
      expect((await now(draft)).review).toBe(first === 'save' ? 'submitted' : 'none')
    })

  test('writers decide nothing, and ask only for what is theirs', async () => {
    const draft = await keepDraft(writer, articleInput())
    expect(codeOf(await step(other, draft, 'submitted'))).toBe('role_forbidden')
    expect(codeOf(await step(other, draft, 'commented', '好'))).toBe('role_forbidden')
    await step(writer, draft, 'submitted')
    expect(codeOf(await step(writer, draft, 'approved'))).toBe('role_forbidden')
    expect(codeOf(await step(writer, draft, 'submitted'))).toBe('review_changed')
    expect((await step(writer, draft, 'withdrawn')).body.review).toBe('none')
    expect(codeOf(await step(editor, draft, 'approved'))).toBe('review_changed')
    const empty = await keepDraft(writer, articleInput({ bodyHtml: '' }))
    expect((await step(writer, empty, 'submitted')).body).toMatchObject({
      error: { fields: { bodyHtml: { code: 'body_empty' } } },
    })
    expect((await step(writer, draft, 'commented', '字'.repeat(1_001))).body).toMatchObject({
      error: { fields: { text: { code: 'too_long' } } },
    })
    expect(codeOf(await writer.call('PUT', '/api/admin/settings/review', { json: { fourEyes: true } }))).toBe(
      'role_forbidden',
    )
  })

  test('where another has to look at it first, nobody publishes what they wrote last', async () => {
    await fourEyes(true)
    const draft = await keepDraft(editor, articleInput())
    expect(codeOf(await publish(editor, draft))).toBe('article_needs_review')
    const later = { json: { version: draft.version, at: new Date(Date.now() + DAY_MS).toISOString(), notice: null } }
    const schedule = await editor.call('POST', `/api/admin/articles/${draft.id}/schedule`, later)
    expect(codeOf(schedule)).toBe('article_needs_review')
    await step(editor, draft, 'submitted')
    expect(codeOf(await step(editor, draft, 'approved'))).toBe('review_own')
    await step(admin, draft, 'approved')
    const { body: published } = await publish(editor, draft)
    expect(published).toMatchObject({ status: 'published', reviewed: { approved: { by: '王主任' }, byAnother: true } })

    // What is public is changed past nobody either; when, where and whether an event is can be put right at once.
    expect(codeOf(await save(editor, published, articleInput({ title: '偷偷改' })))).toBe('article_needs_review')
    expect((await save(editor, published, articleInput({ pinned: true }))).status).toBe(200)
    const event = await keepDraft(writer, eventArticle())
    const { body: announced } = await publish(editor, event)
    const cancelled = eventArticle({ event: { ...eventInput(), ...announced.event, decision: 'cancelled' } })
    const summary = announced.summary
    expect((await save(admin, announced, { ...cancelled, summary })).body).toMatchObject({
      event: { decision: 'cancelled' },
    })
    const { items } = (await editor.call<ArticlePage>('GET', '/api/admin/articles?status=published')).body
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([draft.id, event.id]))
  })

  test('an approval that is taken back while somebody publishes holds', async () => {
    await fourEyes(true)
    for (let turn = 0; turn < 6; turn += 1) {
      const draft = await keepDraft(editor, articleInput())
      await step(editor, draft, 'submitted')
      await step(admin, draft, 'approved')
      const [published, returned] = await Promise.all([publish(editor, draft), step(admin, draft, 'returned', '等等')])
      const { status, review } = await now(draft)
      if (published.status === 200) {
        expect([status, review, codeOf(returned)]).toEqual(['published', 'approved', expect.stringMatching(/_/)])
      } else {
        expect([status, review, returned.status]).toEqual(['draft', 'returned', 200])
        expect(['review_changed', 'article_needs_review']).toContain(codeOf(published))
      }
    }
  })

  test('a set time publishes only what may be published at that moment', async () => {
    await fourEyes(true)
    const draft = await keepDraft(editor, articleInput())
    await step(editor, draft, 'submitted')
    await step(admin, draft, 'approved')
    const json = { version: draft.version, at: new Date(Date.now() + HOUR_MS).toISOString(), notice: null }
    const { body: set } = await editor.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/schedule`, { json })
    expect(set.review).toBe('approved')
    const { body: changed } = await save(editor, set, articleInput({ title: '批准之后又改' }))
    expect(changed).toMatchObject({ review: 'none', scheduledAt: expect.any(String) })
    server.clock.advance(HOUR_MS)
    const held = await until(
      () => now(draft),
      ({ scheduledAt }) => scheduledAt === null,
    )
    server.clock.advance(-HOUR_MS)
    expect(held).toMatchObject({ status: 'draft', title: '批准之后又改' })
    expect(held.reviewed.trail.at(-1)).toMatchObject({ kind: 'held', by: null })
    expect(held.reviewed.trail.at(-1)?.text).toContain('他人审核')
  })
})

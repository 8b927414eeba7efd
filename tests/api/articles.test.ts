import type { ArticlePage, ErrorBody, StaffArticle } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { articleInput, eventArticle, eventInput, noticeValues } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('what staff do with articles, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const publish = (article: StaffArticle, notice: object | null = null, browser = admin) =>
    browser.call<StaffArticle>('POST', `/api/admin/articles/${article.id}/publish`, {
      json: { version: article.version, notice },
    })
  const save = (article: StaffArticle, json: object, browser = admin) =>
    browser.call<StaffArticle>('PUT', `/api/admin/articles/${article.id}`, {
      json: { version: article.version, article: json },
    })
  const previewsOf = (article: StaffArticle) =>
    server.database.read.query<{ id: string; status: string; page: string; template_values: string }[]>(
      "SELECT * FROM notice WHERE article_id = ? AND kind = 'preview'",
      [article.id],
    )
  const actionsOf = async (id: string) => {
    const rows = await server.database.read.query<{ action: string }[]>(
      'SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY id',
      [id],
    )
    return rows.map(({ action }) => action)
  }

  test('an article is written, published, corrected and withdrawn, and each step is on record', async () => {
    const draft = await keepDraft(admin, articleInput())
    expect(draft).toMatchObject({ status: 'draft', version: 1, publishedAt: null, updatedBy: '王主任' })
    const read = () => request(`${server.url}/api/articles/${draft.id}`)
    expect((await read()).status).toBe(404)

    const { status, body: published } = await publish(draft)
    expect([status, published.status, published.version]).toEqual([200, 'published', 2])
    expect(await read()).toMatchObject({
      status: 200,
      body: { blocks: [{ type: 'paragraph', content: [{ text: '自下周起，办公时间有所调整。' }] }] },
    })

    const { body: corrected } = await save(published, articleInput({ title: '办公时间调整（更正）' }))
    expect((await read()).body).toMatchObject({
      title: '办公时间调整（更正）',
      summary: '自下周起，办公时间有所调整。',
    })

    const gone = await admin.call('POST', `/api/admin/articles/${draft.id}/withdraw`, {
      json: { version: corrected.version },
    })
    expect(gone).toMatchObject({ status: 200, body: { status: 'withdrawn' } })
    expect(codeOf(await read())).toBe('article_not_found')
    expect(await actionsOf(draft.id)).toEqual(['article.create', 'article.publish', 'article.save', 'article.withdraw'])
  })

  test('a draft may be unfinished; members get it only when it is whole', async () => {
    const draft = await keepDraft(admin, eventArticle({ bodyHtml: '<p> </p>', event: null }))
    const refused = await publish(draft)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      error: {
        fields: {
          event: { code: 'event_required', message: '活动预告需要填写活动时间和地点。' },
          bodyHtml: { code: 'body_empty', message: '请填写正文。' },
        },
      },
    })
  })

  test('wrong values are named by field, in Chinese', async () => {
    const event = eventInput({ endsAt: '2020-01-01T10:00:00+08:00', signupDeadline: '2099-01-01T10:00:00+08:00' })
    const wrong = await admin.call('POST', '/api/admin/articles', { json: eventArticle({ event }) })
    expect(wrong.body).toMatchObject({
      error: {
        code: 'request_invalid',
        fields: {
          'event.endsAt': { message: '结束时间必须晚于开始时间。' },
          'event.signupDeadline': { message: '报名截止时间不能晚于活动结束时间。' },
        },
      },
    })
    const untitled = { ...articleInput({ title: ' ' }), publisher: 'x'.repeat(61), role: 'administrator' }
    expect((await admin.call('POST', '/api/admin/articles', { json: untitled })).body).toMatchObject({
      error: {
        fields: {
          title: { code: 'required', message: '请填写此项。' },
          publisher: { message: '不能超过 60 个字符。' },
          role: { code: 'unknown_field' },
        },
      },
    })
    const draft = await keepDraft(admin, articleInput())
    expect((await save(draft, eventArticle({ event }))).body).toMatchObject({
      error: { fields: { 'article.event.endsAt': { code: 'ends_before_start' } } },
    })
  })

  test.each([
    [articleInput({ channel: 'news' }), { channel: { message: '请选择具体的栏目。' } }],
    [articleInput({ event: eventInput() }), { event: { code: 'event_not_allowed' } }],
  ])('a channel takes only what belongs in it', async (json, fields) => {
    expect((await admin.call('POST', '/api/admin/articles', { json })).body).toMatchObject({ error: { fields } })
  })

  test('an unknown channel and an unknown cover are refused by name', async () => {
    const post = (json: object) => admin.call('POST', '/api/admin/articles', { json })
    expect(codeOf(await post(articleInput({ channel: 'none' })))).toBe('channel_not_found')
    expect(codeOf(await post(articleInput({ coverId: '0123456789abcdefghjkmnpqrs' })))).toBe('media_not_found')
  })

  test('publishing an event with a notice freezes its values and page in the same step', async () => {
    const draft = await keepDraft(admin, eventArticle())
    const { status, body } = await publish(draft, { values: noticeValues() })
    expect(status).toBe(200)
    const [notice, ...more] = await previewsOf(draft)
    expect(more).toEqual([])
    expect(notice?.page).toBe(`pages/article/index?id=${draft.id}&notice=${notice?.id}`)
    expect(JSON.parse(notice?.template_values ?? '')).toEqual(noticeValues())
    // the newest first: two reminders have been planned with it
    expect(body.notices.map(({ kind }) => kind)).toEqual(['reminder', 'reminder', 'preview'])
  })

  test('a notice value over its limit is named, and nothing is published', async () => {
    const draft = await keepDraft(admin, eventArticle())
    const values = noticeValues({ thing1: '一'.repeat(21), time2: '明天下午', thing4: '两\n行' })
    const refused = await publish(draft, { values })
    expect(refused.body).toMatchObject({
      error: {
        fields: {
          'notice.values.thing1': { code: 'field_too_long', message: '最多 20 个字，现有 21 个。' },
          'notice.values.time2': { code: 'field_format', message: '格式不符合微信“time”类型的要求。' },
          'notice.values.thing4': { message: '不能包含换行或控制字符。' },
        },
      },
    })
    expect((await admin.call<StaffArticle>('GET', `/api/admin/articles/${draft.id}`)).body.status).toBe('draft')
    expect(await previewsOf(draft)).toEqual([])
  })

  test('only an event can be announced', async () => {
    const draft = await keepDraft(admin, articleInput())
    expect(codeOf(await publish(draft, { values: noticeValues() }))).toBe('notice_needs_event')
  })

  test('two clicks on publish at once are one publication and one notice', async () => {
    const draft = await keepDraft(admin, eventArticle())
    const clicks = await Promise.all([1, 2, 3].map(() => publish(draft, { values: noticeValues() })))
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(clicks.filter(({ status }) => status === 409).map(codeOf)).toEqual([
      'article_published',
      'article_published',
    ])
    expect(await previewsOf(draft)).toHaveLength(1)
    expect(await actionsOf(draft.id)).toEqual(['article.create', 'article.publish'])
  })

  test('an event that was announced is not announced again after it was withdrawn', async () => {
    const { body: published } = await publish(await keepDraft(admin, eventArticle()), { values: noticeValues() })
    const { body: withdrawn } = await admin.call<StaffArticle>('POST', `/api/admin/articles/${published.id}/withdraw`, {
      json: { version: published.version },
    })
    const again = await publish(withdrawn, { values: noticeValues() })
    expect(codeOf(again)).toBe('notice_exists')
    expect((await admin.call<StaffArticle>('GET', `/api/admin/articles/${published.id}`)).body.status).toBe('withdrawn')
    expect((await publish(withdrawn)).body).toMatchObject({ status: 'published', publishedAt: published.publishedAt })
  })

  test('of two who edit at once, the second is told, and the first one’s words stay', async () => {
    const draft = await keepDraft(admin, articleInput())
    await save(draft, articleInput({ title: '第一位的修改' }))
    expect(codeOf(await save(draft, articleInput({ title: '第二位的修改' })))).toBe('article_changed')
    expect(codeOf(await publish(draft))).toBe('article_changed')
    expect((await admin.call('GET', `/api/admin/articles/${draft.id}`)).body).toMatchObject({ title: '第一位的修改' })
  })

  test('a writer keeps own drafts, and neither publishes nor touches those of others', async () => {
    await addStaff(server.database, { login: 'writer', role: 'writer' })
    const writer = await logInAs(server, 'writer')
    const own = await keepDraft(writer, articleInput())
    expect((await save(own, articleInput({ title: '改过' }), writer)).status).toBe(200)
    const { body: newest } = await writer.call<StaffArticle>('GET', `/api/admin/articles/${own.id}`)
    expect(codeOf(await publish(newest, null, writer))).toBe('role_forbidden')
    expect(codeOf(await save(await keepDraft(admin, articleInput()), articleInput(), writer))).toBe('role_forbidden')
    const { body: published } = await publish(newest)
    expect(codeOf(await save(published, articleInput(), writer))).toBe('role_forbidden')
  })

  test('a body keeps what the allow-list names, and nothing of what could run', async () => {
    const bodyHtml = [
      '<h1 onclick="x()">标题</h1><p style="text-align:center;color:red">正<b>文</b><script>alert(1)</script></p>',
      '<img src=x onerror=alert(1)><img src="https://evil.example/a.png"><a href="javascript:alert(1)">点</a>',
      '<iframe src="//evil.example"></iframe><svg onload=alert(1)><style>p{}</style></svg>',
      '<a href="tel:0756-2212827">电话</a><table><tbody><tr><td colspan="2">格</td></tr></tbody></table>',
    ].join('')
    const { bodyHtml: kept, ...draft } = await keepDraft(admin, articleInput({ bodyHtml }))
    expect(kept).toBe(
      '<h2>标题</h2><p style="text-align:center">正<strong>文</strong></p>' +
        '<a rel="noopener noreferrer" target="_blank">点</a>' +
        '<a href="tel:0756-2212827" rel="noopener noreferrer" target="_blank">电话</a>' +
        '<table><tbody><tr><td colspan="2">格</td></tr></tbody></table>',
    )
    const { body } = await publish({ ...draft, bodyHtml: kept })
    expect((await request(`${server.url}/api/articles/${body.id}`)).body).toMatchObject({
      blocks: [
        { type: 'heading', level: 2 },
        { type: 'paragraph', align: 'center', content: [{ text: '正' }, { text: '文', marks: ['bold'] }] },
        { type: 'paragraph', content: [{ text: '点' }, { text: '电话', href: 'tel:0756-2212827' }] },
        { type: 'table' },
      ],
    })
  })

  test('staff find articles by status, channel and words, and read on by cursor', async () => {
    const marks = ['甲%乙', '甲_乙', '甲乙']
    for (const mark of marks) await keepDraft(admin, articleInput({ channel: 'site', title: `检索 ${mark}` }))
    const list = async (query: string) => (await admin.call<ArticlePage>('GET', `/api/admin/articles?${query}`)).body
    const titles = async (query: string) => (await list(query)).items.map(({ title }) => title)
    expect(await titles(`q=${encodeURIComponent('甲%')}`)).toEqual(['检索 甲%乙'])
    expect(await titles('status=draft&channel=site')).toEqual(marks.map((mark) => `检索 ${mark}`).reverse())
    expect(await titles('status=published&channel=site')).toEqual([])
    const first = await list('channel=site&limit=2')
    const second = await list(`channel=site&limit=2&cursor=${first.nextCursor}`)
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(await titles('channel=site'))
    expect(codeOf(await admin.call('GET', '/api/admin/articles?cursor=zz'))).toBe('cursor_invalid')
  })

  test('the editor learns once what it needs: channels, templates with their fields, and that nothing is sent for real', async () => {
    const { status, body } = await admin.call('GET', '/api/admin/site')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      organisation: { name: '珠海市社会工作协会' },
      channels: [{ slug: 'news', children: [{}, {}, { slug: 'events', kind: 'events' }] }, { slug: 'site' }],
      templates: [{ kind: 'preview', fields: [{ key: 'thing1', label: '活动名称' }, {}, {}, {}] }, {}, {}],
      sandbox: true,
    })
  })

  test('nobody without a session does any of this', async () => {
    const call = (method: string, path: string, json?: object) =>
      request<ErrorBody>(`${server.url}${path}`, method, { json, headers: { origin: server.url } })
    expect(codeOf(await call('GET', '/api/admin/articles'))).toBe('session_required')
    expect(codeOf(await call('POST', '/api/admin/articles', articleInput()))).toBe('session_required')
    expect(codeOf(await call('GET', '/api/admin/site'))).toBe('session_required')
  })
})

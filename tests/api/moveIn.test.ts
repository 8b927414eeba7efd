import type { DoubtfulPage, ErrorBody } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { codeOf } from '../support/http'
import { ARTICLE, moveInDesk, zipOf } from '../support/moveIn'
import { startTestServer, type TestServer } from '../support/server'
import { ADMINISTRATOR, asAdministrator, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('the move-in of an old site by its page, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  let desk: ReturnType<typeof moveInDesk>
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
    desk = moveInDesk(server, admin)
  })
  afterEach(async () => {
    const { run } = await desk.shown()
    if (run !== null) await admin.call('DELETE', `/api/admin/move-in/${run.id}`)
  })
  afterAll(() => server.stop())

  test('a file is checked without writing anything; what is certain is taken over in one step, what is doubtful becomes a draft', async () => {
    const before = await desk.rows()
    const run = await desk.checked(
      await desk.site('a'),
      '旧站.zip',
      `?site=${encodeURIComponent('http://old.example')}`,
    )
    expect(run).toMatchObject({
      ...{ name: '旧站.zip', kind: 'pages', state: 'checked', isStopped: false, fault: null, done: 4, total: 4 },
      ...{ site: 'http://old.example/', startedBy: ADMINISTRATOR.name },
      counts: { certain: 1, doubtful: 2, failed: 1, known: 0, imported: 0, draft: 0 },
    })
    expect(await desk.rows()).toEqual(before)
    const report = await desk.pages()
    expect(report.items.map(({ state, source }) => [source, state])).toEqual([
      ['a/list.asp?id=1.html', 'failed'],
      ['a/view.asp?id=7.html', 'certain'],
      ['a/view.asp?id=8.html', 'doubtful'],
      ['a/view.asp?id=9.html', 'doubtful'],
    ])
    const [failed, certain, lost] = report.items
    expect(failed).toMatchObject({ failure: 'article_missing', doubts: [] })
    expect(certain).toMatchObject({
      ...{ channel: '新闻速递', publisher: ARTICLE.publisher, publishedAt: '2017-10-27T02:54:00.000Z', views: 4092 },
      ...{ text: '各会员单位：\n定于下月举办督导沙龙。', doubts: [], mends: [{ code: 'channel_repaired' }] },
    })
    expect(certain?.original).toContain('版权所有')
    expect(lost?.doubts).toMatchObject([{ code: 'picture_lost' }])

    await desk.act(run.id, 'take')
    const done = await desk.runAt('done')
    expect(done).toMatchObject({
      done: 3,
      total: 3,
      counts: { imported: 1, draft: 2, failed: 1, certain: 0, doubtful: 0 },
    })
    const place = await desk.articleAt('/a/view.asp?id=7')
    expect(place.status).toBe(301)
    const { body } = await desk.read(place.id)
    expect(body).toMatchObject({ title: `${ARTICLE.title}a`, publishedAt: '2017-10-27T02:54:00.000Z' })
    expect(body.views).toBeGreaterThanOrEqual(4092)
    expect((await desk.articleAt('/a/view.asp?id=8')).status).toBe(404)
    // the file itself is not kept longer than it is needed
    expect(await desk.counted('import_part')).toBe(0)
    expect(await desk.incoming()).toEqual([])
    expect(await desk.actions()).toEqual(expect.arrayContaining(['move_in.begin', 'move_in.take', 'article.import']))
  })

  test('a doubtful page is mended and accepted: it is public with its old time and views, and its old address leads to it', async () => {
    await desk.taken(await desk.site('b'), '旧站.zip', `?site=${encodeURIComponent('http://old.example/')}`)
    const future = await desk.doubtfulNamed('b未来')
    expect(future).toMatchObject({ doubts: [{ code: 'time_in_future' }], oldAddress: '/b/view.asp?id=9' })
    expect(future.original).toContain('b未来')
    const early = await desk.act<ErrorBody>(`doubtful/${future.id}`, 'accept', { version: future.article.version })
    expect(codeOf(early)).toBe('doubtful_time_future')

    const mended = await admin.call<DoubtfulPage>('PUT', `/api/admin/move-in/doubtful/${future.id}`, {
      json: {
        ...{ version: future.article.version, title: 'b不再是未来', channel: 'notices', publisher: '秘书处' },
        ...{ publishedAt: '2016-05-04T10:00:00+08:00', views: 77 },
      },
    })
    expect(mended.body.article).toMatchObject({
      ...{ title: 'b不再是未来', publisher: '秘书处', views: 77, publishedAt: '2016-05-04T02:00:00.000Z' },
      channel: { slug: 'notices' },
    })
    const stale = await desk.act<ErrorBody>(`doubtful/${future.id}`, 'accept', { version: future.article.version })
    expect(codeOf(stale)).toBe('article_changed')
    expect((await desk.articleAt('/b/view.asp?id=9')).status).toBe(404)
    const accepted = await desk.act<{ articleId: string }>(`doubtful/${future.id}`, 'accept', {
      version: mended.body.article.version,
    })
    expect(accepted.status).toBe(200)
    expect(await desk.articleAt('/b/view.asp?id=9')).toEqual({ status: 301, id: accepted.body.articleId })
    const { body } = await desk.read(accepted.body.articleId)
    expect(body).toMatchObject({ title: 'b不再是未来', publishedAt: '2016-05-04T02:00:00.000Z' })
    expect(body.views).toBeGreaterThanOrEqual(77)
    const again = await desk.act<ErrorBody>(`doubtful/${future.id}`, 'accept', {
      version: mended.body.article.version + 1,
    })
    expect(codeOf(again)).toBe('doubtful_not_found')
    expect(await desk.actions()).toEqual(
      expect.arrayContaining(['article.save', 'article.mend', 'article.publish', 'article.accept']),
    )
  })

  test('the same file given twice changes nothing', async () => {
    const content = await desk.site('c')
    await desk.taken(content, '旧站.zip')
    const before = await desk.rows()
    const again = await desk.taken(content, '旧站.zip')
    expect(again.counts).toMatchObject({ known: 3, failed: 1, imported: 0, draft: 0 })
    expect(await desk.rows()).toEqual(before)
    const open = await desk.doubtful()
    expect(open.items.filter(({ article }) => article.title.startsWith('c'))).toHaveLength(2)
  })

  test('a table whose heads are not known is checked again once they are told', async () => {
    const table = Buffer.from('题,内文,何时\r\nj一,<p>第一篇</p>,2018-03-02 10:00\r\n')
    const { id, state, fault } = await desk.checked(table, '文章.csv')
    expect([state, fault]).toEqual(['failed', 'columns_unknown'])
    expect((await desk.act(id, 'check', { columns: 'title=题,body=内文,time=何时' })).status).toBe(200)
    expect(await desk.runAt('checked')).toMatchObject({ counts: { doubtful: 1 } })
    expect((await desk.pages()).items[0]).toMatchObject({ title: 'j一', publishedAt: '2018-03-02T02:00:00.000Z' })
    expect((await desk.act<ErrorBody>(id, 'check', { columns: 'title' })).status).toBe(400)
  })

  test('the report goes on page by page, and one state at a time', async () => {
    await desk.checked(await desk.site('k'), '旧站.zip')
    const first = await desk.pages('?limit=3')
    const rest = await desk.pages(`?limit=3&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual([0, 1, 2, 3])
    expect(rest.nextCursor).toBeNull()
    expect((await desk.pages('?state=doubtful')).items).toHaveLength(2)
    expect(codeOf(await admin.call('GET', '/api/admin/move-in/pages?cursor=x'))).toBe('cursor_invalid')
    expect((await desk.doubtful('?doubt=time_in_future&limit=50')).items.every(({ doubts }) => doubts.length > 0)).toBe(
      true,
    )
  })

  test('what an archive of ours holds is put back, and known the second time', async () => {
    const archive = await zipOf({
      'archive.json': Buffer.from(
        JSON.stringify({
          ...{ format: 'association-notices-archive', version: 1, exportedAt: '2026-01-01T00:00:00.000Z' },
          ...{ organisation: '珠海市社会工作协会', articles: 1, pictures: 0 },
        }),
      ),
      'pictures.jsonl': Buffer.from(''),
      'articles.jsonl': Buffer.from(
        `${JSON.stringify({
          ...{ id: '01hzzzzzzzzzzzzzzzzzzzzzzz', channel: 'express', title: 'l归档', summary: '', publisher: '协会' },
          ...{ bodyHtml: '<p>正文</p>', cover: null, pinned: false, status: 'published', views: 5, event: null },
          ...{ publishedAt: '2019-01-01T00:00:00.000Z', createdAt: '2019-01-01T00:00:00.000Z' },
          ...{ updatedAt: '2019-01-01T00:00:00.000Z', oldAddresses: [] },
        })}\n`,
      ),
    })
    const run = await desk.checked(archive, '全部文章.zip')
    expect(run).toMatchObject({
      kind: 'archive',
      archive: { articles: 1, organisation: '珠海市社会工作协会' },
      total: 1,
    })
    await desk.act(run.id, 'take')
    expect((await desk.runAt('done')).counts).toMatchObject({ imported: 1 })
    expect((await desk.read('01hzzzzzzzzzzzzzzzzzzzzzzz')).body.title).toBe('l归档')
    expect((await desk.taken(archive, '全部文章.zip')).counts).toMatchObject({ known: 1, imported: 0 })
  })
})

import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { oldPage } from '../../server/features/importing/testing/oldPage'
import { LEASE_MS } from '../../server/features/importing/moveIn/work'
import { ImportPartEntity } from '../../server/store/entities'
import { availableDatabases } from '../support/databases'
import { codeOf } from '../support/http'
import { ARTICLE, moveInDesk, plain, zipOf } from '../support/moveIn'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, logInAs, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

describe.each(availableDatabases)('what goes wrong with a move-in, on %s', (kind) => {
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

  test('two at once: one file is on its way, the other is refused; so is a second hand at the same step', async () => {
    const content = await desk.site('d')
    const answers = await Promise.all([desk.give(content, 'a.zip'), desk.give(content, 'b.zip')])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const { id } = await desk.runAt('checked')
    const both = await Promise.all([desk.act(id, 'take'), desk.act(id, 'take')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    await desk.runAt('done')
    expect((await desk.doubtful()).items.filter(({ article }) => article.title === 'd缺图')).toHaveLength(1)
  })

  test('a server that died in the middle of a check: it can be gone on with, and nothing is told twice', async () => {
    const { id } = await desk.checked(await desk.site('e'), '旧站.zip')
    const whole = await desk.pages()
    // as it stands in the database when the process is gone after two pages
    await server.database.write(async (manager) => {
      await manager.query('DELETE FROM import_entry WHERE run_id = ? AND number >= 2', [id])
      await manager.query(
        `UPDATE import_run SET state = 'checking', total = NULL, done = 2, lease_holder = ?, lease_until = ? WHERE id = ?`,
        [id, server.clock.now() + LEASE_MS, id],
      )
    })
    expect((await desk.shown()).run).toMatchObject({ state: 'checking', isStopped: false, done: 2 })
    expect(codeOf(await desk.act(id, 'resume'))).toBe('move_in_working')
    server.clock.advance(LEASE_MS + 1)
    expect((await desk.shown()).run).toMatchObject({ isStopped: true })
    expect((await desk.act(id, 'resume')).status).toBe(200)
    await desk.runAt('checked')
    expect(await desk.pages()).toEqual(whole)
  })

  test('a server that died while taking over, between an article and its report: it is not taken over again', async () => {
    const { id } = await desk.checked(await desk.site('f'), '旧站.zip')
    const file = await server.database.read.find(ImportPartEntity, { where: { runId: id } })
    await desk.act(id, 'take')
    await desk.runAt('done')
    const before = await desk.rows()
    await server.database.write(async (manager) => {
      await manager.insert(ImportPartEntity, file)
      await manager.query(
        `UPDATE import_entry SET state = CASE WHEN state = 'imported' THEN 'certain' ELSE 'doubtful' END, article_id = NULL
         WHERE run_id = ? AND state IN ('imported', 'draft')`,
        [id],
      )
      await manager.query(`UPDATE import_run SET state = 'taking', done = 0 WHERE id = ?`, [id])
    })
    expect((await desk.shown()).run).toMatchObject({ state: 'taking', isStopped: true })
    expect((await desk.act(id, 'resume')).status).toBe(200)
    expect(await desk.runAt('done')).toMatchObject({ done: 3, counts: { imported: 1, draft: 2 } })
    expect(await desk.rows()).toEqual(before)
  })

  test('what was shown as doubtful stays a draft, also when nothing is doubtful any more', async () => {
    const twin = { ...ARTICLE, title: 'g同名' }
    await desk.taken(oldPage(twin, plain), 'g1.html')
    const { id } = await desk.checked(oldPage({ ...twin, bodyHtml: '<p>另一篇</p>' }, plain), 'g2.html')
    expect((await desk.pages()).items[0]?.doubts).toEqual([{ code: 'title_duplicate' }])
    await server.database.write((manager) => manager.query(`UPDATE article SET title = 'g改名' WHERE title = 'g同名'`))
    await desk.act(id, 'take')
    expect((await desk.runAt('done')).counts).toMatchObject({ imported: 0, draft: 1 })
    expect((await desk.doubtfulNamed('g同名')).doubts).toEqual([{ code: 'title_duplicate' }])
  })

  test('a file that is thrown away leaves nothing of itself, also while it is being worked on', async () => {
    const before = await desk.rows()
    const many = await zipOf(
      Object.fromEntries(
        Array.from({ length: 60 }, (_, number) => [
          `h/${number}.html`,
          oldPage({ ...ARTICLE, title: `h${number}` }, plain),
        ]),
      ),
    )
    const { body } = await desk.give(many, '旧站.zip')
    expect((await admin.call('DELETE', `/api/admin/move-in/${body.id}`)).status).toBe(200)
    expect((await desk.shown()).run).toBeNull()
    await until(desk.incoming, (names) => names.length === 0)
    expect([
      await desk.counted('import_run'),
      await desk.counted('import_part'),
      await desk.counted('import_entry'),
    ]).toEqual([0, 0, 0])
    expect(await desk.rows()).toEqual(before)
    expect(codeOf(await admin.call('DELETE', `/api/admin/move-in/${body.id}`))).toBe('move_in_not_found')
  })

  test('an upload that breaks off leaves nothing behind', async () => {
    const url = new URL(server.url)
    const head = '--cut\r\ncontent-disposition: form-data; name="file"; filename="a.zip"\r\n\r\n'
    await new Promise<void>((done, fail) => {
      const socket = connect(Number(url.port), url.hostname, () => {
        socket.write(
          `POST /api/admin/move-in HTTP/1.1\r\nHost: ${url.host}\r\nOrigin: ${server.url}\r\nCookie: ${admin.cookie()}\r\n` +
            `Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: 3000000\r\n\r\n${head}`,
        )
        socket.write(Buffer.alloc(1_000_000, 1))
        until(desk.incoming, (names) => names.length > 0).then(
          () => socket.destroy(),
          (error: unknown) => fail(error as Error),
        )
      })
      socket.on('close', () => done())
      socket.on('error', () => done())
    })
    await until(desk.incoming, (names) => names.length === 0)
    expect((await desk.shown()).run).toBeNull()
    expect(await desk.counted('import_run')).toBe(0)
  })

  test.each([
    ['a program', Buffer.from('MZ'), 'setup.exe', 415, 'move_in_type'],
    ['more than 20 MB', Buffer.alloc(21 * 1024 * 1024), '旧站.zip', 413, 'media_too_large'],
  ])('%s is refused in words', async (_what, content, name, status, code) => {
    const answer = await desk.give(content, name)
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
    expect((await desk.shown()).run).toBeNull()
    expect(await desk.incoming()).toEqual([])
  })

  test('what is no archive, and a bomb, are refused by name; the next file can be given at once', async () => {
    expect(await desk.checked(Buffer.from('no archive'), '旧站.zip')).toMatchObject({
      state: 'failed',
      fault: 'file_broken',
    })
    const bomb = await zipOf({ 'a.html': Buffer.alloc(64 * 1024 * 1024) })
    expect(await desk.checked(bomb, '旧站.zip')).toMatchObject({ state: 'failed', fault: 'archive_refused' })
    const sheets = await zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(100 * 1024 * 1024) })
    expect(await desk.checked(sheets, '文章.xlsx')).toMatchObject({ state: 'failed', fault: 'archive_refused' })
    const large = await zipOf({
      'xl/worksheets/sheet1.xml': Buffer.from(randomBytes(13 * 1024 * 1024).toString('hex')),
    })
    expect(await desk.checked(large, '文章.xlsx')).toMatchObject({ state: 'failed', fault: 'pages_many' })
    expect(await desk.incoming()).toEqual([])
  })

  test('a page of nested marks without end is told, and the server goes on answering', async () => {
    const tangled = Buffer.from(`<html><body>${'<b>'.repeat(300_000)}`)
    await desk.checked(
      await zipOf({ 'i/a.html': tangled, 'i/b.html': oldPage({ ...ARTICLE, title: 'i' }, plain) }),
      'i.zip',
    )
    const { items } = await desk.pages()
    expect(items.map(({ state, failure }) => [state, failure])).toEqual([
      ['failed', 'page_tangled'],
      ['certain', null],
    ])
  })

  test('only administrators see and do any of it', async () => {
    await addStaff(server.database, { login: 'editor1', role: 'editor' })
    const editor = await logInAs(server, 'editor1')
    for (const path of ['', '/pages', '/doubtful']) {
      expect(codeOf(await editor.call('GET', `/api/admin/move-in${path}`))).toBe('role_forbidden')
    }
    expect(codeOf(await desk.give(await desk.site('m'), 'a.zip', '', editor))).toBe('role_forbidden')
    expect(await desk.incoming()).toEqual([])
  })
})

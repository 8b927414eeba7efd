import type { AuditCheck, AuditRecord } from '../../shared/contract'
import { DAY_MS } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { codeOf } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'

interface Page {
  items: AuditRecord[]
  nextCursor: string | null
}

describe.each(availableDatabases)('the audit log, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  beforeEach(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
  })
  afterEach(() => server.stop())

  const list = async (query = '') => (await admin.call<Page>('GET', `/api/admin/audit${query}`)).body
  const check = async () => (await admin.call<AuditCheck>('GET', '/api/admin/audit/check')).body
  const past = (sql: string, values: unknown[] = []) => server.database.write((manager) => manager.query(sql, values))
  const drafts = async (count: number) => {
    for (let draft = 1; draft <= count; draft += 1) await keepDraft(admin, articleInput({ title: `第${draft}篇` }))
  }

  test('says who did what to which thing, newest first, and goes on where it stopped', async () => {
    await drafts(5)
    const first = await list('?limit=3')
    expect(first.items[0]).toMatchObject({
      action: 'article.create',
      subjectType: 'article',
      subjectName: '第5篇',
      by: { name: '王主任' },
      number: 7,
    })
    const second = await list(`?limit=50&cursor=${first.nextCursor}`)
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect(second.nextCursor).toBeNull()
  })

  test('is narrowed by person, thing, action and days of Shanghai', async () => {
    await addStaff(server.database, { login: 'editor', role: 'editor' })
    const editor = await logInAs(server, 'editor')
    const article = await keepDraft(editor, articleInput({ title: '编辑写的' }))
    const [own] = (await list('?action=article.create')).items
    expect(own?.by?.name).toBe('editor')
    expect((await list(`?by=${own?.by?.id}`)).items.map(({ action }) => action)).toEqual([
      'article.create',
      'staff.login',
    ])
    expect((await list(`?subject=article&subjectId=${article.id}`)).items).toHaveLength(1)
    expect((await list('?by=program')).items).toEqual([])
    const today = new Date(server.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const tomorrow = new Date(server.clock.now() + 8 * 3_600_000 + DAY_MS).toISOString().slice(0, 10)
    expect((await list(`?from=${today}&to=${today}`)).items.length).toBeGreaterThan(2)
    expect((await list(`?from=${tomorrow}`)).items).toEqual([])
  })

  test('refuses cursors and filters that it did not make, and everybody but administrators', async () => {
    expect(codeOf(await admin.call('GET', '/api/admin/audit?cursor=abc'))).toBe('cursor_invalid')
    for (const bad of ['by=1', "subject=x'--", 'from=2026-13-40', 'order=at', "action=a'b", 'limit=5000']) {
      expect(codeOf(await admin.call('GET', `/api/admin/audit?${bad}`))).toBe('request_invalid')
    }
    await addStaff(server.database, { login: 'editor', role: 'editor' })
    const editor = await logInAs(server, 'editor')
    const answers = await Promise.all(
      ['', '/check', '/export'].map((path) => editor.call('GET', `/api/admin/audit${path}`)),
    )
    expect(answers.map(codeOf)).toEqual(Array(3).fill('role_forbidden'))
  })

  test('an untouched log is whole, also when many write at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, draft) => keepDraft(admin, articleInput({ title: `同时${draft}` }))),
    )
    expect(await check()).toEqual({ entries: 14, broken: null, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  test('an entry that was removed shows, in the middle and at the end', async () => {
    await drafts(4)
    await past('DELETE FROM audit_entry WHERE chain_number = 6')
    expect((await check()).broken).toEqual({ number: 6, kind: 'end_missing' })
    await past('DELETE FROM audit_entry WHERE chain_number = 3')
    expect((await check()).broken).toEqual({ number: 3, kind: 'missing' })
  })

  test.each([
    ['who', 'staff_id = NULL'],
    ['what', "action = 'article.save'"],
    ['when', 'at = at + 1'],
    ['from where', "address = '10.0.0.1'"],
    ['what about', "detail = '{}'"],
  ])('an entry of which somebody changed %s shows', async (_name, change) => {
    await drafts(2)
    expect((await check()).broken).toBeNull()
    await past(`UPDATE audit_entry SET ${change} WHERE chain_number = 3`)
    expect((await check()).broken).toEqual({ number: 3, kind: 'changed' })
  })

  test('an entry whose hash was made to fit does not fit the next one', async () => {
    await drafts(2)
    await past("UPDATE audit_entry SET action = 'article.save', chain_hash = ? WHERE chain_number = 3", [
      '0'.repeat(64),
    ])
    expect((await check()).broken).toEqual({ number: 3, kind: 'changed' })
    await past('UPDATE audit_chain SET last_hash = ?', ['0'.repeat(64)])
    expect((await check()).broken).not.toBeNull()
  })

  test('is exported by the same filter, and no cell is a formula', async () => {
    await keepDraft(admin, articleInput({ title: '=HYPERLINK("https://x.example")' }))
    const answer = await fetch(`${server.url}/api/admin/audit/export?subject=article`, {
      headers: { cookie: admin.cookie() ?? '' },
    })
    expect(answer.headers.get('content-type')).toContain('text/csv')
    const lines = (await answer.text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('新建文章')
    expect(lines[1]).toContain(`"'=HYPERLINK`)
    const bad = await fetch(`${server.url}/api/admin/audit/export?order=at`, {
      headers: { cookie: admin.cookie() ?? '' },
    })
    expect(bad.status).toBe(400)
  })
})

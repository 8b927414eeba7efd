import type { ArticleCompany } from '../../shared/contract'
import { MINUTE_MS } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { articleInput } from '../support/factories'
import { codeOf } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'

describe.each(availableDatabases)('who has an article open, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  let editor: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
    await addStaff(server.database, { login: 'editor', role: 'editor' })
    editor = await logInAs(server, 'editor')
  })
  afterAll(() => server.stop())

  const company = async (browser: StaffBrowser, id: string) =>
    (await browser.call<ArticleCompany>('PUT', `/api/admin/articles/${id}/presence`)).body.others.map(
      ({ name }) => name,
    )

  test('the second sees the first, and who left or went silent is forgotten', async () => {
    const { id } = await keepDraft(admin, articleInput())
    const other = await keepDraft(admin, articleInput())
    expect(await company(admin, id)).toEqual([])
    expect(await company(editor, id)).toEqual(['王主任'])
    expect(await company(admin, id)).toEqual(['editor'])
    expect(await company(admin, other.id)).toEqual([])

    await editor.call('DELETE', `/api/admin/articles/${id}/presence`)
    expect(await company(admin, id)).toEqual([])
    expect(await company(editor, id)).toEqual(['王主任'])
    server.clock.advance(MINUTE_MS + 1)
    expect(await company(admin, id)).toEqual([])
  })

  test('since when somebody is there is told from their first beat, and anew once they came back', async () => {
    const { id } = await keepDraft(admin, articleInput())
    const since = async () => {
      const { body } = await editor.call<ArticleCompany>('PUT', `/api/admin/articles/${id}/presence`)
      return body.others[0]?.since
    }
    await company(admin, id)
    const first = await since()
    server.clock.advance(MINUTE_MS / 2)
    await company(admin, id)
    expect(await since()).toBe(first)
    server.clock.advance(2 * MINUTE_MS)
    await company(admin, id)
    expect(await since()).not.toBe(first)
  })

  test('there is nobody at an article that is not there', async () => {
    const missing = await admin.call('PUT', '/api/admin/articles/01aaaaaaaaaaaaaaaaaaaaaaaa/presence')
    expect(codeOf(missing)).toBe('article_not_found')
  })
})

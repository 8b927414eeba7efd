import { availableDatabases } from '../support/databases'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, ADMINISTRATOR, asAdministrator, logInAs } from '../support/staff'

describe.each(availableDatabases)('the language of the admin, on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
  })
  afterAll(() => server.stop())
  const PATH = '/api/admin/me/preferences'

  test('what one person chose at the office is there on the phone, and changes nobody else’s screen', async () => {
    const office = await asAdministrator(server)
    await addStaff(server.database, { login: 'editor', role: 'editor' })
    const colleague = await logInAs(server, 'editor')
    expect((await office.call('GET', PATH)).body).toEqual({ language: null })
    for (const language of ['zh', 'en'] as const) {
      expect((await office.call('PUT', PATH, { json: { language } })).status).toBe(200)
    }
    const phone = await logInAs(server, ADMINISTRATOR.login)
    expect((await phone.call('GET', PATH)).body).toEqual({ language: 'en' })
    expect((await colleague.call('GET', PATH)).body).toEqual({ language: null })
  })

  test('a language that the house does not speak is refused at the field', async () => {
    const office = await logInAs(server, ADMINISTRATOR.login)
    const refused = await office.call('PUT', PATH, { json: { language: 'fr' } })
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({ error: { fields: { language: { code: expect.any(String) as string } } } })
  })

  test('who is not logged in has no preferences', async () => {
    expect(codeOf(await request(`${server.url}${PATH}`))).toBe('session_required')
  })
})

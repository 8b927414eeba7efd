import type { Colleague, Invitation, OneTimeLink, StaffMember, StaffSession } from '../../shared/contract'
import { DAY_MS } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, ADMINISTRATOR, asAdministrator, logInAs, openBrowser, type StaffBrowser } from '../support/staff'

interface People {
  items: Colleague[]
  invitations: Invitation[]
}

const NEW_PASSWORD = '海边的灯塔今晚也亮着'

describe.each(availableDatabases)('colleagues, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  beforeEach(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
  })
  afterEach(() => server.stop())

  const people = async () => (await admin.call<People>('GET', '/api/admin/staff')).body
  const idOf = async (login: string) => (await people()).items.find((row) => row.login === login)?.id ?? ''
  const invite = async (json: object = { name: '陈立', role: 'editor' }) =>
    (await admin.call<OneTimeLink>('POST', '/api/admin/staff/invitations', { json })).body
  const post = (path: string, json: object) => openBrowser(server.url).call('POST', path, { json })
  const use = (token: string, more: object = { login: 'Chen.Li' }) =>
    post('/api/admin/staff-links/use', { token, password: NEW_PASSWORD, ...more })
  const enter = (login: string, password: string) => post('/api/admin/session', { login, password })
  const mayDo = async (browser: StaffBrowser) => (await browser.call('GET', '/api/admin/session')).status

  test('an invited colleague chooses login and password by the link, once', async () => {
    const { token } = await invite()
    expect((await people()).invitations).toMatchObject([{ name: '陈立', role: 'editor' }])
    expect((await post('/api/admin/staff-links/show', { token })).body).toMatchObject({
      kind: 'invite',
      name: '陈立',
      role: 'editor',
      login: null,
    })
    expect((await use(token)).body).toEqual({ login: 'chen.li' })
    expect(codeOf(await use(token, { login: 'second' }))).toBe('link_invalid')
    const entered = await enter('chen.li', NEW_PASSWORD)
    expect(entered.body as StaffMember).toMatchObject({ name: '陈立', role: 'editor' })
    const { items, invitations } = await people()
    expect(items.map(({ login }) => login)).toEqual(['admin', 'chen.li'])
    expect(invitations).toEqual([])
  })

  test('of two who use a link at once, one gets the account', async () => {
    const { token } = await invite()
    const both = await Promise.all([use(token, { login: 'one' }), use(token, { login: 'two' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
    expect((await people()).items).toHaveLength(2)
  })

  test('a login that is taken leaves the link as it was; a short password is told at its field', async () => {
    const { token } = await invite()
    expect(codeOf(await use(token, { login: 'ADMIN' }))).toBe('login_taken')
    expect((await use(token, { login: 'chen', password: 'short' })).body).toMatchObject({
      error: { fields: { password: { message: '至少需要 10 个字符。' } } },
    })
    expect((await use(token, {})).body).toMatchObject({ error: { fields: { login: { code: 'required' } } } })
    expect((await use(token)).status).toBe(200)
  })

  test('an invitation that was taken back or is older than a week opens nothing', async () => {
    const { token } = await invite()
    const [open] = (await people()).invitations
    expect((await admin.call('DELETE', `/api/admin/staff/invitations/${open?.id}`)).status).toBe(200)
    expect(codeOf(await admin.call('DELETE', `/api/admin/staff/invitations/${open?.id}`))).toBe('invitation_not_found')
    expect(codeOf(await use(token))).toBe('link_invalid')
    const late = await invite()
    server.clock.advance(7 * DAY_MS)
    expect(codeOf(await use(late.token))).toBe('link_invalid')
  })

  test('no link is kept in the clear, and a made-up one is refused', async () => {
    const { token } = await invite()
    const kept = await server.database.read.query<object[]>('SELECT * FROM staff_link')
    const log = await server.database.read.query<object[]>('SELECT * FROM audit_entry')
    expect(JSON.stringify([kept, log])).not.toContain(token)
    expect(codeOf(await use('A'.repeat(43)))).toBe('link_invalid')
    expect(codeOf(await use("x' OR '1'='1"))).toBe('request_invalid')
  })

  test('whoever is shut out is out at once and can come back', async () => {
    await addStaff(server.database, { login: 'leaver', role: 'editor' })
    const browser = await logInAs(server, 'leaver')
    const id = await idOf('leaver')
    const reset = (await admin.call<OneTimeLink>('POST', `/api/admin/staff/${id}/reset`)).body
    expect((await admin.call('POST', `/api/admin/staff/${id}/disable`)).status).toBe(200)
    expect(await mayDo(browser)).toBe(401)
    expect(codeOf(await use(reset.token, {}))).toBe('link_invalid')
    expect(codeOf(await admin.call('POST', `/api/admin/staff/${id}/reset`))).toBe('staff_disabled')
    expect(codeOf(await enter('leaver', ADMINISTRATOR.password))).toBe('login_failed')
    await admin.call('POST', `/api/admin/staff/${id}/enable`)
    expect(await mayDo(browser)).toBe(401)
    expect((await enter('leaver', ADMINISTRATOR.password)).status).toBe(201)
  })

  test('another role means another session', async () => {
    await addStaff(server.database, { login: 'riser', role: 'writer' })
    const browser = await logInAs(server, 'riser')
    await admin.call('PUT', `/api/admin/staff/${await idOf('riser')}/role`, { json: { role: 'editor' } })
    expect(await mayDo(browser)).toBe(401)
    const again = await logInAs(server, 'riser')
    expect((await again.call<StaffMember>('GET', '/api/admin/session')).body.role).toBe('editor')
  })

  test('the last administrator can neither be shut out nor lose the role', async () => {
    const id = await idOf('admin')
    const demote = { json: { role: 'editor' } }
    expect(codeOf(await admin.call('POST', `/api/admin/staff/${id}/disable`))).toBe('staff_last_administrator')
    expect(codeOf(await admin.call('PUT', `/api/admin/staff/${id}/role`, demote))).toBe('staff_last_administrator')
    expect(await mayDo(admin)).toBe(200)
  })

  test('two administrators who take the role from each other at once leave one', async () => {
    await addStaff(server.database, { login: 'other', role: 'administrator' })
    const other = await logInAs(server, 'other')
    const [mine, theirs] = [await idOf('admin'), await idOf('other')]
    await Promise.all([
      admin.call('POST', `/api/admin/staff/${theirs}/disable`),
      other.call('PUT', `/api/admin/staff/${mine}/role`, { json: { role: 'writer' } }),
    ])
    const left = await server.database.read.query<object[]>(
      "SELECT id FROM staff WHERE role = 'administrator' AND disabled = 0",
    )
    expect(left).toHaveLength(1)
  })

  test('a password is chosen anew by a link: the old one and what was open end', async () => {
    await addStaff(server.database, { login: 'forgetful', role: 'editor' })
    const browser = await logInAs(server, 'forgetful')
    const id = await idOf('forgetful')
    const first = (await admin.call<OneTimeLink>('POST', `/api/admin/staff/${id}/reset`)).body
    const second = (await admin.call<OneTimeLink>('POST', `/api/admin/staff/${id}/reset`)).body
    expect(codeOf(await use(first.token, {}))).toBe('link_invalid')
    expect(await mayDo(browser)).toBe(200)
    expect((await use(second.token, { login: 'chosen' })).status).toBe(400)
    expect((await use(second.token, {})).body).toEqual({ login: 'forgetful' })
    expect(await mayDo(browser)).toBe(401)
    expect(codeOf(await enter('forgetful', ADMINISTRATOR.password))).toBe('login_failed')
    expect((await enter('forgetful', NEW_PASSWORD)).status).toBe(201)
    expect(codeOf(await use(second.token, {}))).toBe('link_invalid')
  })

  test('whoever changes the own password stays in here and is out elsewhere', async () => {
    const elsewhere = await logInAs(server, 'admin')
    const change = (current: string) =>
      admin.call('PUT', '/api/admin/me/password', { json: { current, next: NEW_PASSWORD } })
    expect(codeOf(await change('not the password'))).toBe('password_wrong')
    expect((await change(ADMINISTRATOR.password)).status).toBe(200)
    expect([await mayDo(admin), await mayDo(elsewhere)]).toEqual([200, 401])
    expect((await enter('admin', NEW_PASSWORD)).status).toBe(201)
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, guess) => change(`guess number ${guess}`)))
    expect(guesses.map(codeOf).filter((code) => code === 'password_wrong')).toHaveLength(10)
  })

  test('everybody sees where they are logged in, and ends it', async () => {
    const headers = {
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    }
    const office = openBrowser(server.url)
    await office.call('POST', '/api/admin/session', {
      headers,
      json: { login: 'admin', password: ADMINISTRATOR.password },
    })
    const list = async () => (await admin.call<{ items: StaffSession[] }>('GET', '/api/admin/me/sessions')).body.items
    const other = (await list()).find((session) => !session.current)
    expect(other).toMatchObject({ browser: 'Edge · Windows' })
    expect(other?.address).toMatch(/127\.0\.0\.1/)
    expect((await list()).filter((session) => session.current)).toHaveLength(1)
    const hash = await server.database.read.query<{ token_hash: string }[]>('SELECT token_hash FROM staff_session')
    expect(hash.map((row) => row.token_hash)).not.toContain(other?.id)
    expect((await admin.call('DELETE', `/api/admin/me/sessions/${other?.id}`)).status).toBe(200)
    expect(await mayDo(office)).toBe(401)
    expect(codeOf(await admin.call('DELETE', `/api/admin/me/sessions/${other?.id}`))).toBe('staff_session_not_found')
    const again = await logInAs(server, 'admin')
    await admin.call('DELETE', '/api/admin/me/sessions')
    expect([await mayDo(admin), await mayDo(again)]).toEqual([200, 401])
  })

  test('administrators end the sessions of others; others end only their own', async () => {
    await addStaff(server.database, { login: 'writer', role: 'writer' })
    const writer = await logInAs(server, 'writer')
    const id = await idOf('writer')
    const mine = (await admin.call<{ items: StaffSession[] }>('GET', '/api/admin/me/sessions')).body.items[0]?.id
    expect(codeOf(await writer.call('DELETE', `/api/admin/me/sessions/${mine}`))).toBe('staff_session_not_found')
    const seen = await admin.call<{ items: StaffSession[] }>('GET', `/api/admin/staff/${id}/sessions`)
    expect(seen.body.items).toMatchObject([{ current: false }])
    await admin.call('DELETE', `/api/admin/staff/${id}/sessions`)
    expect(await mayDo(writer)).toBe(401)
  })

  test('writers and editors get nowhere near the accounts', async () => {
    await addStaff(server.database, { login: 'editor', role: 'editor' })
    const editor = await logInAs(server, 'editor')
    const id = await idOf('admin')
    const answers = await Promise.all([
      editor.call('GET', '/api/admin/staff'),
      editor.call('POST', '/api/admin/staff/invitations', { json: { name: '自己', role: 'administrator' } }),
      editor.call('PUT', `/api/admin/staff/${id}/role`, { json: { role: 'writer' } }),
      editor.call('POST', `/api/admin/staff/${id}/disable`),
      editor.call('POST', `/api/admin/staff/${id}/reset`),
      editor.call('GET', `/api/admin/staff/${id}/sessions`),
      editor.call('DELETE', `/api/admin/staff/${id}/sessions`),
    ])
    expect(answers.map(codeOf)).toEqual(Array(7).fill('role_forbidden'))
    const { token } = await invite()
    expect((await use(token, { login: 'x-men', role: 'administrator' })).status).toBe(400)
  })

  test('each change is on record', async () => {
    const { token } = await invite()
    await use(token)
    const id = await idOf('chen.li')
    await admin.call('PUT', `/api/admin/staff/${id}/role`, { json: { role: 'writer' } })
    await admin.call('POST', `/api/admin/staff/${id}/reset`)
    await admin.call('POST', `/api/admin/staff/${id}/disable`)
    await admin.call('POST', `/api/admin/staff/${id}/enable`)
    const rows = await server.database.read.query<{ action: string }[]>('SELECT action FROM audit_entry ORDER BY id')
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        ...['staff.invite', 'staff.join', 'staff.role', 'staff.reset', 'staff.disable', 'staff.enable'],
      ]),
    )
  })

  test('another site can neither invite nor use a link', async () => {
    const { token } = await invite()
    const headers = { origin: 'https://elsewhere.example' }
    const json = { token, login: 'thief', password: NEW_PASSWORD }
    const used = await request(`${server.url}/api/admin/staff-links/use`, 'POST', { headers, json })
    expect(codeOf(used)).toBe('origin_refused')
  })
})

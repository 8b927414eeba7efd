import type { Colleague, StaffMember, TwoStepState } from '../../shared/contract'
import { MINUTE_MS } from '../../shared/domain/time'
import { enrol, openAuthenticator } from '../support/authenticator'
import { availableDatabases } from '../support/databases'
import { codeOf } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, ADMINISTRATOR, asAdministrator, logInAs, openBrowser, type StaffBrowser } from '../support/staff'

const { login, password } = ADMINISTRATOR
/** Two steps later than any code that was used so far. */
const LATER = 2 * MINUTE_MS

interface Half {
  secondStep: { token: string; expiresAt: string }
}

describe.each(availableDatabases)('the second step of the login, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  beforeEach(async () => {
    server = await startTestServer({ database: kind, seed: false })
    server.clock.stop()
    admin = await asAdministrator(server)
  })
  afterEach(() => server.stop())

  const half = async (json: object = { login, password }): Promise<string> => {
    const { body } = await openBrowser(server.url).call<Half>('POST', '/api/admin/session', { json })
    return body.secondStep.token
  }
  const second = (token: string, code: string, browser = openBrowser(server.url)) =>
    browser.call<StaffMember>('POST', '/api/admin/session/second-step', { json: { token, code } })
  const state = async (browser = admin) => (await browser.call<TwoStepState>('GET', '/api/admin/me/two-step')).body
  const off = (json: object, browser = admin) => browser.call('POST', '/api/admin/me/two-step/off', { json })
  const rows = (table: string) => server.database.read.query<Record<string, unknown>[]>(`SELECT * FROM ${table}`)
  const mayDo = async (browser: StaffBrowser) => (await browser.call('GET', '/api/admin/articles')).status
  const actions = async () => (await rows('audit_entry')).map((row) => row.action)

  test('after the password the code is asked for, and only then is one in', async () => {
    const { app } = await enrol(admin, password, server.clock)
    server.clock.advance(LATER)
    const browser = openBrowser(server.url)
    const answer = await browser.call<Half>('POST', '/api/admin/session', { json: { login, password } })
    expect([answer.status, browser.cookie(), Object.keys(answer.body)]).toEqual([201, null, ['secondStep']])
    const { token } = answer.body.secondStep
    browser.keep(`staff_session=${token}`)
    expect(codeOf(await browser.call('GET', '/api/admin/session'))).toBe('session_required')
    browser.keep(null)
    const entered = await second(token, app.code(), browser)
    expect(entered.body).toMatchObject({ login, role: 'administrator', mustEnrol: false })
    expect(await mayDo(browser)).toBe(200)
    expect(codeOf(await second(token, app.code(1)))).toBe('second_step_expired')
  })

  test('a code lets one in once: not a second time, not of two at once, not an older one afterwards', async () => {
    const { app } = await enrol(admin, password, server.clock)
    // the code that confirmed it is used up as well
    expect(codeOf(await second(await half(), app.code()))).toBe('second_step_wrong')
    server.clock.advance(LATER)
    const tokens = [await half(), await half(), await half()]
    const both = await Promise.all(tokens.slice(0, 2).map((token) => second(token, app.code())))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 403])
    expect(codeOf(await second(tokens[2] ?? '', app.code()))).toBe('second_step_wrong')
    expect(codeOf(await second(tokens[2] ?? '', app.code(-1)))).toBe('second_step_wrong')
    expect((await second(tokens[2] ?? '', app.code(1))).status).toBe(201)
  })

  test('the clock of the phone may be half a minute off, and no more', async () => {
    const { app } = await enrol(admin, password, server.clock)
    server.clock.advance(LATER)
    const token = await half()
    for (const steps of [-2, 2, -20]) expect(codeOf(await second(token, app.code(steps)))).toBe('second_step_wrong')
    const typed = app.code(-1)
    expect((await second(token, ` ${typed.slice(0, 3)} ${typed.slice(3)} `)).status).toBe(201)
  })

  test('guessing is throttled by account, whatever logins it is spread over', async () => {
    const { app } = await enrol(admin, password, server.clock)
    server.clock.advance(LATER)
    const tokens = await Promise.all(Array.from({ length: 4 }, () => half()))
    const wrong = openAuthenticator('JBSWY3DPEHPK3PXP', server.clock).code()
    const guesses = await Promise.all(Array.from({ length: 14 }, (_, at) => second(tokens[at % 4] ?? '', wrong)))
    expect(guesses.map(codeOf).sort()).toEqual([
      ...Array<string>(4).fill('login_throttled'),
      ...Array<string>(10).fill('second_step_wrong'),
    ])
    expect(codeOf(await second(tokens[0] ?? '', app.code()))).toBe('login_throttled')
    server.clock.advance(15 * MINUTE_MS)
    expect((await second(await half(), app.code())).status).toBe(201)
  })

  test('a half login ends after five minutes, with another password, and with the account', async () => {
    const { app } = await enrol(admin, password, server.clock)
    server.clock.advance(LATER)
    const late = await half()
    server.clock.advance(5 * MINUTE_MS)
    expect(codeOf(await second(late, app.code()))).toBe('second_step_expired')
    expect(codeOf(await second('A'.repeat(43), app.code()))).toBe('second_step_expired')
    const before = await half()
    const next = '海边的灯塔今晚也亮着'
    await admin.call('PUT', '/api/admin/me/password', { json: { current: password, next } })
    expect(codeOf(await second(before, app.code()))).toBe('second_step_expired')
    expect((await second(await half({ login, password: next }), app.code())).status).toBe(201)
  })

  test('a recovery code lets one in once, however it is written', async () => {
    const { recoveryCodes } = await enrol(admin, password, server.clock)
    expect(new Set(recoveryCodes).size).toBe(10)
    const [first = ''] = recoveryCodes
    expect(first).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/)
    expect((await second(await half(), first.toLowerCase().replaceAll('-', ' '))).status).toBe(201)
    expect(codeOf(await second(await half(), first))).toBe('second_step_wrong')
    const login = (await rows('audit_entry')).filter((row) => row.action === 'staff.login').at(-1)
    expect(login?.detail).toContain('recovery')
    const browser = openBrowser(server.url)
    await second(await half(), recoveryCodes[1] ?? '', browser)
    expect(await state(browser)).toMatchObject({ recoveryCodesLeft: 8 })
  })

  test('neither the secret nor the recovery codes are kept in the clear', async () => {
    const { secret, recoveryCodes } = await enrol(admin, password, server.clock)
    const token = await half()
    const tables = ['staff_second_step', 'staff_recovery_code', 'staff_half_login', 'audit_entry', 'setting']
    const kept = JSON.stringify(await Promise.all(tables.map(rows)))
    for (const told of [secret, token, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))]) {
      expect(kept).not.toContain(told)
    }
  })

  test('setting up asks for the password, counts only once confirmed, and ends what is open elsewhere', async () => {
    const elsewhere = await logInAs(server, login)
    const begin = (given: string) =>
      admin.call<{ secret: string; address: string }>('POST', '/api/admin/me/two-step', { json: { password: given } })
    const confirm = (code: string) => admin.call('POST', '/api/admin/me/two-step/confirm', { json: { code } })
    expect(codeOf(await confirm('123456'))).toBe('two_step_not_begun')
    expect(codeOf(await begin('not the password'))).toBe('password_wrong')
    const given = (await begin(password)).body
    expect(given.address).toContain(`secret=${given.secret}`)
    expect(decodeURIComponent(given.address)).toContain('珠海社工协会:admin')
    expect(
      (await openBrowser(server.url).call('POST', '/api/admin/session', { json: { login, password } })).body,
    ).toMatchObject({ login })
    const app = openAuthenticator((await begin(password)).body.secret, server.clock)
    expect(codeOf(await confirm(openAuthenticator(given.secret, server.clock).code()))).toBe('second_step_wrong')
    expect((await confirm(app.code())).status).toBe(200)
    expect(codeOf(await begin(password))).toBe('two_step_on')
    expect(codeOf(await confirm(app.code(1)))).toBe('two_step_not_begun')
    expect([await mayDo(admin), await mayDo(elsewhere)]).toEqual([200, 401])
    expect((await state()).since).not.toBeNull()
  })

  test('it is turned off with password and code; new recovery codes replace the old ones', async () => {
    const { app, recoveryCodes } = await enrol(admin, password, server.clock)
    server.clock.advance(LATER)
    const renew = (code: string) =>
      admin.call<{ recoveryCodes: string[] }>('POST', '/api/admin/me/two-step/recovery-codes', {
        json: { password, code },
      })
    const renewed = await renew(app.code())
    expect(codeOf(await renew(app.code()))).toBe('second_step_wrong')
    expect(codeOf(await off({ password, code: recoveryCodes[0] }))).toBe('second_step_wrong')
    expect(codeOf(await off({ password: 'wrong', code: renewed.body.recoveryCodes[0] }))).toBe('password_wrong')
    expect((await off({ password, code: renewed.body.recoveryCodes[0] })).status).toBe(200)
    expect(await state()).toEqual({ since: null, recoveryCodesLeft: 0, required: false })
    expect((await rows('staff_recovery_code')).length).toBe(0)
    await logInAs(server, login)
    expect(await actions()).toEqual(
      expect.arrayContaining(['staff.two_step_on', 'staff.two_step_codes', 'staff.two_step_off']),
    )
  })

  test('an administrator resets the second step of a colleague, and of nobody else', async () => {
    await addStaff(server.database, { login: 'lost', role: 'editor' })
    const lost = await logInAs(server, 'lost')
    await enrol(lost, password, server.clock)
    const people = async () => (await admin.call<{ items: Colleague[] }>('GET', '/api/admin/staff')).body.items
    const [me, other] = await people()
    expect([me?.twoStep, other?.twoStep]).toEqual([false, true])
    const reset = (browser: StaffBrowser, id = '') => browser.call('POST', `/api/admin/staff/${id}/two-step/reset`)
    expect(codeOf(await reset(lost, me?.id))).toBe('role_forbidden')
    expect(codeOf(await reset(admin, me?.id))).toBe('two_step_reset_self')
    expect(codeOf(await reset(admin, '0'.repeat(26)))).toBe('staff_not_found')
    expect((await reset(admin, other?.id)).status).toBe(200)
    expect(await mayDo(lost)).toBe(401)
    await logInAs(server, 'lost')
    expect((await people()).some(({ twoStep }) => twoStep)).toBe(false)
    expect(await actions()).toContain('staff.two_step_reset')
  })

  describe('where administrators must have it', () => {
    const rule = (administratorsTwoStep: boolean, given = password) =>
      admin.call('PUT', '/api/admin/settings/sign-in', { json: { administratorsTwoStep, password: given } })

    test('whoever asks it of all has it first, and keeps it', async () => {
      expect(codeOf(await rule(true))).toBe('two_step_self_first')
      const { app } = await enrol(admin, password, server.clock)
      expect(codeOf(await rule(true, 'wrong'))).toBe('password_wrong')
      expect((await rule(true)).body).toEqual({ administratorsTwoStep: true })
      expect(await state()).toMatchObject({ required: true })
      expect(codeOf(await off({ password, code: app.code(1) }))).toBe('two_step_required')
      await rule(false)
      expect((await off({ password, code: app.code(1) })).status).toBe(200)
    })

    test('another administrator can do nothing but set it up; editors go on as before', async () => {
      await addStaff(server.database, { login: 'second', role: 'administrator' })
      await addStaff(server.database, { login: 'editor', role: 'editor' })
      const open = await logInAs(server, 'second')
      const editor = await logInAs(server, 'editor')
      await enrol(admin, password, server.clock)
      await rule(true)
      expect([await mayDo(open), await mayDo(editor)]).toEqual([403, 200])
      const fresh = await logInAs(server, 'second')
      expect((await fresh.call('GET', '/api/admin/session')).body).toMatchObject({ mustEnrol: true })
      const closed = ['/api/admin/articles', '/api/admin/staff', '/api/admin/audit/export', '/api/admin/me/sessions']
      for (const path of closed) expect(codeOf(await fresh.call('GET', path))).toBe('two_step_required')
      await enrol(fresh, password, server.clock)
      expect(await mayDo(fresh)).toBe(200)
      expect((await fresh.call('GET', '/api/admin/session')).body).toMatchObject({ mustEnrol: false })
    })
  })
})

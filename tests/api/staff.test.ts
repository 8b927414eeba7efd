import { verify } from '@node-rs/argon2'
import { MINUTE_MS, HOUR_MS } from '../../shared/domain/time'
import type { StaffMember } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, ADMINISTRATOR, asAdministrator, logInAs, openBrowser } from '../support/staff'

jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2')
  return { ...real, verify: jest.fn(real.verify) }
})

describe.each(availableDatabases)('staff accounts, on %s', (kind) => {
  describe('in a new house', () => {
    let server: TestServer
    beforeEach(async () => {
      server = await startTestServer({ database: kind, seed: false })
    })
    afterEach(() => server.stop())
    const setUp = (code: string, more = {}) =>
      openBrowser(server.url).call('POST', '/api/admin/setup', { json: { code, ...ADMINISTRATOR, ...more } })

    test('the first administrator is made with the code from the console, once', async () => {
      expect((await request(`${server.url}/api/admin/setup`)).body).toEqual({ needed: true })
      const browser = await asAdministrator(server)
      expect((await browser.call('GET', '/api/admin/session')).body).toMatchObject({
        login: 'admin',
        name: '王主任',
        role: 'administrator',
      })
      expect((await request(`${server.url}/api/admin/setup`)).body).toEqual({ needed: false })
      expect(codeOf(await setUp(server.setupCode, { login: 'second' }))).toBe('setup_done')
    })

    test('the code may be typed in small letters and without its dashes', async () => {
      expect((await setUp(server.setupCode.toLowerCase().replaceAll('-', ' '))).status).toBe(201)
    })

    test('usual passwords and guessed codes open nothing, and guessing comes to an end', async () => {
      const login = await openBrowser(server.url).call('POST', '/api/admin/session', {
        json: { login: 'admin', password: 'admin' },
      })
      expect(codeOf(login)).toBe('login_failed')
      const codes: string[] = []
      for (let guess = 0; guess < 12; guess += 1) codes.push(codeOf(await setUp(`AAAA-BBBB-${guess}`)))
      expect(codes.slice(0, 10)).toEqual(Array(10).fill('setup_code_wrong'))
      expect(codes.slice(10)).toEqual(['login_throttled', 'login_throttled'])
      server.clock.advance(16 * MINUTE_MS)
      expect((await setUp(server.setupCode)).status).toBe(201)
    })

    test('of two who hold the code at once, one becomes the administrator', async () => {
      const both = await Promise.all([setUp(server.setupCode), setUp(server.setupCode, { login: 'other' })])
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    })

    test('a password that is too short is told so in Chinese', async () => {
      expect((await setUp(server.setupCode, { password: 'short' })).body).toMatchObject({
        error: { fields: { password: { message: '至少需要 10 个字符。' } } },
      })
    })
  })

  describe('in a house that has staff', () => {
    let server: TestServer
    beforeAll(async () => {
      server = await startTestServer({ database: kind, seed: false })
      await asAdministrator(server)
    })
    afterAll(() => server.stop())
    const tryIn = (login: string, password: string) =>
      openBrowser(server.url).call<StaffMember>('POST', '/api/admin/session', { json: { login, password } })

    test('whoever guesses learns nothing and is stopped after ten tries, though they run at once', async () => {
      await addStaff(server.database, { login: 'editor', role: 'editor' })
      const guesses = await Promise.all(Array.from({ length: 30 }, (_, guess) => tryIn('editor', `guess ${guess}`)))
      expect(guesses.filter((answer) => codeOf(answer) === 'login_failed')).toHaveLength(10)
      const stopped = await tryIn('EDITOR', ADMINISTRATOR.password)
      expect([stopped.status, codeOf(stopped)]).toEqual([429, 'login_throttled'])
      expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0)
      server.clock.advance(16 * MINUTE_MS)
      expect((await tryIn('Editor', ADMINISTRATOR.password)).status).toBe(201)
    })

    test('an unknown account answers like a wrong password, after as much work', async () => {
      /** The hashes that a try was held against, by what decides how much work each is. */
      const workOf = async (login: string) => {
        jest.mocked(verify).mockClear()
        expect(codeOf(await tryIn(login, 'not the password'))).toBe('login_failed')
        return jest.mocked(verify).mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4).join('$'))
      }
      const work = ['$argon2id$v=19$m=19456,t=2,p=1']
      for (const login of ['nobody', 'admin', 'nobody', 'somebody else']) expect(await workOf(login)).toEqual(work)
    })

    test('the cookie is for this server’s API alone and cannot be read by scripts', async () => {
      const answer = await tryIn('admin', ADMINISTRATOR.password)
      const [cookie = ''] = answer.headers.getSetCookie()
      expect(cookie).toMatch(/^staff_session=[\w-]{43}; Path=\/api\/admin; Max-Age=604800; HttpOnly; SameSite=Strict$/)
    })

    test('a login ends the session that the browser had, and a logout ends it for good', async () => {
      const browser = await logInAs(server, 'admin')
      const first = browser.cookie()
      await browser.call('POST', '/api/admin/session', {
        json: { login: 'admin', password: ADMINISTRATOR.password },
      })
      const second = browser.cookie()
      expect(second).not.toBe(first)
      await browser.call('DELETE', '/api/admin/session')
      expect(browser.cookie()).toBeNull()
      for (const stolen of [first, second]) {
        browser.keep(stolen)
        expect(codeOf(await browser.call('GET', '/api/admin/session'))).toBe('session_required')
      }
    })

    test('a session ends after twelve hours without use, and after seven days in any case', async () => {
      const idle = await logInAs(server, 'admin')
      const busy = await logInAs(server, 'admin')
      const ask = async (browser: typeof idle) => (await browser.call('GET', '/api/admin/session')).status
      server.clock.advance(11 * HOUR_MS)
      expect(await ask(busy)).toBe(200)
      server.clock.advance(2 * HOUR_MS)
      expect([await ask(idle), await ask(busy)]).toEqual([401, 200])
      for (let hours = 13; hours < 7 * 24; hours += 11) {
        expect(await ask(busy)).toBe(200)
        server.clock.advance(11 * HOUR_MS)
      }
      expect(await ask(busy)).toBe(401)
    })

    test('a colleague whose account was closed is out at once', async () => {
      await addStaff(server.database, { login: 'leaver', role: 'editor' })
      const browser = await logInAs(server, 'leaver')
      await server.database.write((manager) => manager.query(`UPDATE staff SET disabled = 1 WHERE login = 'leaver'`))
      expect(codeOf(await browser.call('GET', '/api/admin/session'))).toBe('session_required')
      expect(codeOf(await tryIn('leaver', ADMINISTRATOR.password))).toBe('login_failed')
    })

    test('who came and went is on record, and no password is kept in the clear', async () => {
      const rows = await server.database.read.query<{ action: string }[]>(`SELECT * FROM audit_entry`)
      expect(rows.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['staff.setup', 'staff.login', 'staff.logout']),
      )
      const everything = await Promise.all(
        ['staff', 'staff_session', 'login_attempt', 'audit_entry'].map((table) =>
          server.database.read.query<object[]>(`SELECT * FROM ${table}`),
        ),
      )
      expect(JSON.stringify(everything)).not.toContain(ADMINISTRATOR.password)
    })
  })
})

test('many accounts tried from one address are stopped as well', async () => {
  const server = await startTestServer({ seed: false })
  await asAdministrator(server)
  const tries = Array.from({ length: 104 }, (_, guess) =>
    openBrowser(server.url).call('POST', '/api/admin/session', { json: { login: `guess${guess}`, password: 'x' } }),
  )
  const answers = (await Promise.all(tries)).map(codeOf)
  // one try was the set-up itself
  expect(answers.filter((code) => code === 'login_failed')).toHaveLength(99)
  expect(answers.filter((code) => code === 'login_throttled')).toHaveLength(5)
  await server.stop()
})

test('behind https the cookie is marked for https only', async () => {
  const server = await startTestServer({ seed: false, environment: { PUBLIC_URL: 'https://notices.example' } })
  const json = { code: server.setupCode, ...ADMINISTRATOR }
  const headers = { origin: 'https://notices.example' }
  const made = await request(`${server.url}/api/admin/setup`, 'POST', { json, headers })
  expect(made.headers.getSetCookie()[0]).toMatch(/; Secure$/)
  await server.stop()
})

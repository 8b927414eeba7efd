import type { BindingCode, MemberExport, OwnBinding } from '../../shared/contract'
import { PRIVACY_VERSION } from '../../shared/domain/privacyVersion'
import { MINUTE_MS } from '../../shared/domain/time'
import { MemberEntity, StaffBindingEntity, StaffEntity } from '../../server/store/entities'
import { SANDBOX_TEMPLATE_IDS } from '../../server/wechat/sandbox'
import { bindPhone, confirm, look, scannedCode } from '../support/binding'
import { availableDatabases } from '../support/databases'
import { tablesHolding } from '../support/everyRow'
import { codeOf, request } from '../support/http'
import { openPhone } from '../support/memberPhone'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, logInAs, type StaffBrowser } from '../support/staff'

const { preview } = SANDBOX_TEMPLATE_IDS

describe.each(availableDatabases)('a colleague binds their own WeChat, on %s', (kind) => {
  let server: TestServer
  let administrator: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    administrator = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  let colleagues = 0
  async function colleague() {
    const login = `colleague${(colleagues += 1)}`
    await addStaff(server.database, { login, role: 'editor' })
    const { id } = await server.database.read.findOneByOrFail(StaffEntity, { login })
    return { login, id, browser: await logInAs(server, login) }
  }
  const own = async (browser: StaffBrowser) => (await browser.call<OwnBinding>('GET', '/api/admin/me/binding')).body
  const disable = (id: string) => administrator.call('POST', `/api/admin/staff/${id}/disable`)

  it('scans the code, is asked whose account it is, and is bound; nobody reads whose WeChat it is', async () => {
    const { browser, login } = await colleague()
    const phone = await openPhone(server.url)
    expect(await own(browser)).toEqual({ since: null, grants: [] })
    const made = await browser.call<BindingCode>('POST', '/api/admin/me/binding/code')
    expect(made.body.picture).toMatch(/^data:image\/jpeg;base64,/)
    const code = await scannedCode(server.url, browser, phone)

    expect((await look(phone, code)).body).toEqual({ staff: { name: login }, mine: false })
    expect((await own(browser)).since).toBeNull()
    expect((await confirm(phone, code)).body).toEqual({ staff: { name: login }, mine: true })
    const bound = await own(browser)
    expect(bound.since).toMatch(/Z$/)
    expect(bound.grants.map(({ remaining }) => remaining)).toEqual([0, 0, 0])
    await phone.answers({ [preview]: 'accept' })
    expect((await own(browser)).grants).toContainEqual(expect.objectContaining({ kind: 'preview', remaining: 1 }))

    // the phone lost our answer and asks again
    expect((await look(phone, code)).body.mine).toBe(true)
    expect((await confirm(phone, code)).status).toBe(200)

    const { openid } = await server.database.read.findOneByOrFail(MemberEntity, { id: phone.memberId })
    const log = await administrator.call<{ items: { action: string }[] }>('GET', '/api/admin/audit?limit=50')
    expect(log.body.items.filter(({ action }) => action === 'staff.wechat_bind')).toHaveLength(1)
    const said = JSON.stringify([bound, log.body])
    for (const secret of [openid, phone.memberId, code]) expect(said).not.toContain(secret)
    expect(await tablesHolding(server.database, [code])).toEqual([])
  })

  // Fails when the code is not taken by a counted update: both phones are bound, one after the other.
  it('a code binds once: of two phones one, and the other is told', async () => {
    const { browser, id } = await colleague()
    const [one, two] = [await openPhone(server.url), await openPhone(server.url)]
    const code = await scannedCode(server.url, browser, one)
    const answers = await Promise.all([confirm(one, code), confirm(two, code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
    const late = answers.findIndex(({ status }) => status === 410)
    expect(codeOf(answers[late] ?? answers[0])).toBe('binding_code_used')
    const winner = late === 0 ? two : one
    const row = await server.database.read.findOneByOrFail(StaffBindingEntity, { staffId: id })
    expect(row.memberId).toBe(winner.memberId)
    expect(codeOf(await look(late === 0 ? one : two, code))).toBe('binding_code_used')
  })

  it('a code that has run out, was replaced, is not one, or is of a closed account says so', async () => {
    const { browser, id } = await colleague()
    const phone = await openPhone(server.url)
    const first = await scannedCode(server.url, browser, phone)
    const second = await scannedCode(server.url, browser, phone)
    expect(codeOf(await confirm(phone, first))).toBe('binding_code_expired')
    expect((await look(phone, second)).status).toBe(200)
    server.clock.advance(5 * MINUTE_MS)
    expect(codeOf(await confirm(phone, second))).toBe('binding_code_expired')
    expect(codeOf(await confirm(phone, 'A'.repeat(22)))).toBe('binding_code_unknown')
    for (const wrong of ['', 'A'.repeat(23), "'; DROP TABLE staff"]) {
      expect(codeOf(await look(phone, wrong))).toBe('request_invalid')
    }

    const third = await scannedCode(server.url, browser, phone)
    await disable(id)
    expect(codeOf(await look(phone, third))).toBe('binding_staff_disabled')
    expect(codeOf(await confirm(phone, third))).toBe('binding_staff_disabled')
    expect(await server.database.read.countBy(StaffBindingEntity, { staffId: id })).toBe(0)
  })

  it('one WeChat belongs to one colleague; a new phone takes the place of the old one', async () => {
    const [a, b] = [await colleague(), await colleague()]
    const [old, fresh] = [await openPhone(server.url), await openPhone(server.url)]
    await bindPhone(server.url, a.browser, old)
    const taken = await scannedCode(server.url, b.browser, old)
    expect(codeOf(await confirm(old, taken))).toBe('binding_member_taken')
    await bindPhone(server.url, a.browser, fresh)
    const row = await server.database.read.findOneByOrFail(StaffBindingEntity, { staffId: a.id })
    expect(row.memberId).toBe(fresh.memberId)
    expect((await confirm(old, taken)).status).toBe(200)
  })

  it('ends when the colleague unbinds, the account is closed, or the member takes back the consent or is erased', async () => {
    const ends = {
      unbind: (browser: StaffBrowser) => browser.call('DELETE', '/api/admin/me/binding'),
      disable: (_browser: StaffBrowser, id: string) => disable(id),
      consent: (_b: StaffBrowser, _i: string, phone: Awaited<ReturnType<typeof openPhone>>) =>
        phone.call('PUT', '/api/me/consent', { version: PRIVACY_VERSION, agreed: false }),
      erase: (_b: StaffBrowser, _i: string, phone: Awaited<ReturnType<typeof openPhone>>) =>
        phone.call('DELETE', '/api/me'),
    }
    for (const [how, end] of Object.entries(ends)) {
      const { browser, id, login } = await colleague()
      const phone = await openPhone(server.url)
      await bindPhone(server.url, browser, phone)
      const { body } = await phone.call<MemberExport>('GET', '/api/me/export')
      expect(body.bindings).toEqual([{ staff: login, boundAt: expect.stringMatching(/Z$/) }])
      expect((await end(browser, id, phone)).status).toBe(200)
      expect([how, await server.database.read.countBy(StaffBindingEntity, { staffId: id })]).toEqual([how, 0])
    }
  })

  it('codes are not for making by the dozen, and a WeChat that draws none is told', async () => {
    const { browser } = await colleague()
    const ask = () => browser.call('POST', '/api/admin/me/binding/code')
    await request(`${server.url}/sandbox/api/faults`, 'POST', { json: { on: 'code', kind: 'errcode', errcode: 45009 } })
    expect(codeOf(await ask())).toBe('wechat_busy')
    const statuses: number[] = []
    for (let times = 0; times < 10; times += 1) statuses.push((await ask()).status)
    expect(statuses).toEqual([...Array<number>(9).fill(201), 429])
    server.clock.advance(10 * MINUTE_MS)
    expect((await ask()).status).toBe(201)
  })

  it('is for who is logged in, on either side', async () => {
    for (const [method, path] of [
      ['GET', '/api/admin/me/binding'],
      ['POST', '/api/bindings/look'],
      ['POST', '/api/bindings'],
    ] as const) {
      const answer = await request(server.url + path, method, {
        json: method === 'GET' ? undefined : { code: 'A'.repeat(22) },
      })
      expect([path, answer.status]).toEqual([path, 401])
    }
  })
})

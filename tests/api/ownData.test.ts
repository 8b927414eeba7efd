import type { Me, MemberExport } from '../../shared/contract'
import { PRIVACY_VERSION } from '../../shared/domain/privacyVersion'
import { STORED_DATA, STORED_KINDS, type StoredKind } from '../../shared/domain/storedData'
import { DAY_MS } from '../../shared/domain/time'
import { newId } from '../../server/kernel/ids'
import { MemberEntity, MemberSessionEntity, StaffBindingEntity } from '../../server/store/entities'
import { SANDBOX_TEMPLATE_IDS } from '../../server/wechat/sandbox'
import { availableDatabases } from '../support/databases'
import { addDelivery } from '../support/deliveryRows'
import { publishEvent } from '../support/desk'
import { columnsOf, rowsOf, tablesHolding, tablesOf } from '../support/everyRow'
import { codeOf } from '../support/http'
import { addNotice, statesOf } from '../support/ledgerRows'
import { openPhone, type MemberPhone } from '../support/memberPhone'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator } from '../support/staff'
import type { StaffArticle } from '../../shared/contract'

const { preview, reminder } = SANDBOX_TEMPLATE_IDS

/** Where the rows of each kind stand in the export. */
const EXPORTED: Record<StoredKind, keyof MemberExport> = {
  identity: 'member',
  consent: 'consents',
  sessions: 'sessions',
  topics: 'topics',
  grants: 'grants',
  answers: 'answers',
  eventChoices: 'eventChoices',
  deliveries: 'deliveries',
  binding: 'bindings',
}

describe.each(availableDatabases)('what is kept about a member, on %s', (kind) => {
  let server: TestServer
  let event: StaffArticle
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    event = await publishEvent(await asAdministrator(server))
  })
  afterAll(() => server.stop())

  const consent = (phone: MemberPhone, version: string, agreed: boolean) =>
    phone.call<Me>('PUT', '/api/me/consent', { version, agreed })

  /** A member of whom there are rows of every kind, with a delivery in each state that erasing has to think of. */
  async function longKnown() {
    const phone = await openPhone(server.url)
    await phone.logInAgain()
    await consent(phone, PRIVACY_VERSION, true)
    await phone.answers({ [preview]: 'accept', [reminder]: 'reject' })
    await phone.answers({ [preview]: 'accept' })
    await phone.call('PUT', `/api/articles/${event.id}/reminder`, { on: true })
    const binding = { staffId: newId(), memberId: phone.memberId, boundAt: 1 }
    await server.database.write((manager) => manager.insert(StaffBindingEntity, binding))
    const of = { memberId: phone.memberId, templateId: preview }
    const notices: Record<string, string> = {}
    for (const state of ['sent', 'unknown', 'rejected', 'pending'] as const) {
      notices[state] = await addNotice(server.database, { templateId: preview, status: 'paused' })
      await addDelivery(server.database, {
        ...of,
        noticeId: notices[state],
        state,
        msgid: state === 'sent' ? '77' : null,
      })
    }
    const { openid } = await server.database.read.findOneByOrFail(MemberEntity, { id: phone.memberId })
    const sessions = await server.database.read.findBy(MemberSessionEntity, { memberId: phone.memberId })
    const names = [phone.memberId, openid, ...sessions.flatMap((row) => [row.tokenHash, row.sessionKey ?? ''])]
    return { phone, notices, openid, names }
  }

  it('every table that names a member stands in the list of what is kept, with all its columns, and no other', async () => {
    const named: Record<string, string[]> = {}
    for (const table of await tablesOf(server.database)) {
      const columns = await columnsOf(server.database, table)
      if (table === 'member' || columns.some((column) => /member|openid/.test(column))) named[table] = columns
    }
    const listed = Object.values(STORED_DATA).flatMap(({ tables }) => Object.entries(tables))
    expect(named).toEqual(Object.fromEntries(listed.map(([table, columns]) => [table, [...columns].sort()])))
  })

  it('is told in numbers and exported row by row', async () => {
    const { phone, names, openid } = await longKnown()
    const me = await phone.call<Me>('GET', '/api/me')
    expect(me.body).toMatchObject({
      id: phone.memberId,
      stored: { topics: 1, answers: 3, deliveries: 4, eventChoices: 1, sessions: 2 },
      consent: { current: PRIVACY_VERSION, given: { version: PRIVACY_VERSION } },
    })
    const { body } = await phone.call<MemberExport>('GET', '/api/me/export')
    for (const stored of STORED_KINDS) {
      for (const table of Object.keys(STORED_DATA[stored].tables)) {
        const rows = await rowsOf(server.database, table, phone.memberId)
        const exported = [body[EXPORTED[stored]]].flat()
        expect([table, rows.length > 0, exported.length]).toEqual([table, true, rows.length])
      }
    }
    expect(body.deliveries.map(({ state }) => state).sort()).toEqual(['pending', 'rejected', 'sent', 'unknown'])
    expect(body.answers.map(({ answer }) => answer)).toEqual(['accept', 'reject', 'accept'])
    const words = JSON.stringify([me.body, body])
    for (const secret of [openid, ...names.slice(2)]) expect(words).not.toContain(secret)
  })

  it('is gone when the member erases it: no row names them, what was sent still counts', async () => {
    const { phone, notices, names, openid } = await longKnown()
    const other = await longKnown()
    const everything = async (memberId: string) =>
      Promise.all(
        Object.values(STORED_DATA)
          .flatMap(({ tables }) => Object.keys(tables))
          .map((table) => rowsOf(server.database, table, memberId)),
      )
    const before = await everything(other.phone.memberId)
    expect(await tablesHolding(server.database, names)).not.toEqual([])

    expect((await phone.call('DELETE', '/api/me')).body).toEqual({})

    expect(await tablesHolding(server.database, names)).toEqual([])
    const states: unknown[] = []
    for (const id of Object.values(notices)) states.push(await statesOf(server.database, id))
    expect(states).toEqual([{ sent: 1 }, { unknown: 1 }, { rejected: 1 }, { skipped: 1 }])
    const [skipped] = await server.database.read.query<{ reason: string; grant_state: string }[]>(
      'SELECT reason, grant_state FROM delivery WHERE notice_id = ?',
      [notices.pending],
    )
    expect(skipped?.reason).toBe('erased')
    expect(await everything(other.phone.memberId)).toEqual(before)

    expect(codeOf(await phone.call('GET', '/api/me'))).toBe('session_required')
    expect(codeOf(await phone.call('DELETE', '/api/me'))).toBe('session_required')
    const again = await phone.logInAgain()
    expect(again.member.id).not.toBe(phone.memberId)
    const kept = await server.database.read.findOneByOrFail(MemberEntity, { openid })
    expect(kept.id).toBe(again.member.id)
    expect((await rowsOf(server.database, 'member_topic', kept.id)).length).toBe(0)
  })

  it('a click that waits behind the erasure leaves nothing behind', async () => {
    const { phone, names } = await longKnown()
    const answers = await Promise.all([
      phone.call('DELETE', '/api/me'),
      ...[1, 2, 3, 4].flatMap((round) => [
        phone.answers({ [preview]: 'accept' }),
        phone.call('PUT', '/api/alerts/topics/event_change', { subscribed: round % 2 === 0 }),
        phone.call('PUT', `/api/articles/${event.id}/reminder`, { on: true }),
        consent(phone, PRIVACY_VERSION, round % 2 === 0),
      ]),
    ])
    expect(answers[0].status).toBe(200)
    expect(answers.every(({ status }) => status === 200 || status === 401)).toBe(true)
    expect(await tablesHolding(server.database, names)).toEqual([])
  })

  it('consent is kept with its version and time, and so is its withdrawal, which ends every reminder', async () => {
    const phone = await openPhone(server.url)
    await phone.answers({ [preview]: 'accept' })
    await phone.call('PUT', `/api/articles/${event.id}/reminder`, { on: true })
    expect((await phone.call<Me>('GET', '/api/me')).body.consent.given).toBeNull()
    expect(codeOf(await consent(phone, '2020-01-01', true))).toBe('consent_version')

    const given = await consent(phone, PRIVACY_VERSION, true)
    expect(given.body.consent.given).toEqual({ version: PRIVACY_VERSION, at: expect.stringMatching(/^2.*Z$/) })
    const at = given.body.consent.given?.at
    server.clock.advance(DAY_MS)
    expect((await consent(phone, PRIVACY_VERSION, true)).body.consent.given?.at).toBe(at)

    expect((await consent(phone, '2020-01-01', false)).body.consent.given).toBeNull()
    const { body } = await phone.call<MemberExport>('GET', '/api/me/export')
    expect(body.consents).toEqual([
      { version: PRIVACY_VERSION, givenAt: at, withdrawnAt: expect.stringMatching(/^2.*Z$/) },
    ])
    expect(body.topics.map(({ subscribed }) => subscribed)).toEqual([false])
    expect(body.eventChoices).toEqual([])
    expect((await consent(phone, PRIVACY_VERSION, true)).body.consent.given).not.toBeNull()
  })

  it('bad input is answered by its code, and nobody sees another’s', async () => {
    const phone = await openPhone(server.url)
    expect(codeOf(await phone.call('PUT', '/api/me/consent', { version: '', agreed: true }))).toBe('request_invalid')
    expect((await phone.call('PUT', '/api/me/consent', { version: '1', agreed: true, memberId: 'x' })).status).toBe(400)
    expect((await phone.call('DELETE', '/api/me?memberId=x')).status).toBe(400)
    for (const [method, path] of [
      ['GET', '/api/me'],
      ['GET', '/api/me/export'],
      ['PUT', '/api/me/consent'],
      ['DELETE', '/api/me'],
    ] as const) {
      const answer = await fetch(server.url + path, { method })
      expect([path, answer.status]).toEqual([path, 401])
    }
  })
})

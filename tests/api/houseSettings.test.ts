import type {
  ContactCard,
  ContactSettings,
  ContactValues,
  Home,
  Media,
  OrganisationSettings,
  OrganisationValues,
} from '../../shared/contract'
import { silentLogger } from '../../server/kernel/logger'
import { readSettings } from '../../server/main/settings'
import { startWeb, type RunningWeb } from '../../server/main/startWeb'
import { availableDatabases } from '../support/databases'
import { codeOf, request } from '../support/http'
import { drawPicture } from '../support/pictures'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, asAdministrator, logInAs, type StaffBrowser } from '../support/staff'
import { shownTooLate } from '../support/withinASecond'

const ORGANISATION = '/api/admin/settings/organisation'
const CONTACT = '/api/admin/settings/contact'
const at = ({ port }: RunningWeb) => `http://127.0.0.1:${port}`

describe.each(availableDatabases)('the house as administrators want it, on %s', (kind) => {
  let server: TestServer
  let other: RunningWeb
  let admin: StaffBrowser
  const start = () => {
    const { url, database } = server.database.migrations.options as { url?: string; database?: string }
    const environment = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: server.dataFolder }
    const settings = readSettings({ ...environment, DATABASE_URL: kind === 'sqlite' ? `sqlite:${database}` : url })
    return startWeb({ settings, clock: server.clock, logger: silentLogger, migrate: false, seed: false })
  }
  beforeAll(async () => {
    server = await startTestServer({ database: kind })
    admin = await asAdministrator(server)
    other = await start()
  })
  afterAll(async () => {
    await other.stop()
    await server.stop()
  })

  const card = async (url = server.url) => (await request<ContactCard>(`${url}/api/contact`)).body
  const home = async (url = server.url) => (await request<Home>(`${url}/api/home`)).body
  const organisation = async () => (await admin.call<OrganisationSettings>('GET', ORGANISATION)).body
  const contact = async () => (await admin.call<ContactSettings>('GET', CONTACT)).body
  const keepOrganisation = (json: OrganisationValues, as = admin) =>
    as.call<OrganisationSettings>('PUT', ORGANISATION, { json })
  const keepContact = (json: ContactValues, as = admin) => as.call<ContactSettings>('PUT', CONTACT, { json })
  const change = async (part: Partial<ContactValues>) => keepContact({ ...(await contact()).values, ...part })
  const fieldsOf = (answer: { body: unknown }) =>
    Object.keys((answer.body as { error: { fields?: object } }).error.fields ?? {})

  test('a name and a foot hold at once, in every process, without a restart, and again after one', async () => {
    const { values, configured } = await organisation()
    expect(values).toEqual(configured)
    await home(at(other))
    await card(at(other))
    const is = { ...values, name: '珠海市社会工作者协会', welcome: '欢迎回家', support: '海风工作室', icp: '' }
    expect((await keepOrganisation(is)).body).toEqual({ values: is, configured })
    expect((await home()).organisation).toMatchObject({ name: is.name, welcome: '欢迎回家', motto: values.motto })
    expect(await card()).toMatchObject({ organisation: is.name, support: '海风工作室', icp: '' })
    const seen = async (url: string) => (await home(url)).organisation.name
    expect(await shownTooLate(async () => (await seen(at(other))) !== is.name)).toEqual([])
    expect((await home(at(other))).office.icp).toBe('')
    const third = await start()
    expect(await seen(at(third))).toBe(is.name)
    await third.stop()
  })

  test('only what differs from the file is kept: the rest follows the file', async () => {
    const { configured } = await organisation()
    await keepOrganisation({ ...configured, motto: '同心同行' })
    const kept = async () => {
      const rows = await server.database.read.query<{ value: string }[]>(
        "SELECT value FROM setting WHERE name = 'organisation'",
      )
      return JSON.parse(rows[0]?.value ?? '') as object
    }
    expect(await kept()).toEqual({ motto: '同心同行' })
    await keepOrganisation(configured)
    expect(await kept()).toEqual({})
    expect((await home()).organisation.motto).toBe(configured.motto)
  })

  test('the card has other telephones, a place, hours by weekday and days of its own', async () => {
    const phones = [
      { label: '办公室', number: '0756-2212827' },
      { label: '投诉', number: '+86 756 2212828 转 3' },
    ]
    const officeHours = {
      days: [1, 2, 3, 4, 5],
      periods: [{ from: '09:00', to: '17:00' }],
      byDay: [{ day: 5, periods: [{ from: '09:00', to: '12:00' }] }],
    }
    const exceptions = [{ date: '2026-12-03', kind: 'holiday' as const, name: '年会' }]
    const location = { latitude: 22.27, longitude: 113.57, name: '新址' }
    expect((await change({ phones, officeHours, exceptions, location, address: '香洲区海滨路1号' })).status).toBe(200)
    expect(await card()).toMatchObject({ phones, officeHours, location, address: '香洲区海滨路1号' })
    const today = server.clock.now()
    const statusAt = async (text: string) => {
      server.clock.set(Date.parse(`${text}:00+08:00`))
      return (await card()).status
    }
    const iso = (text: string) => new Date(`${text}:00+08:00`).toISOString()
    // a Friday ends at noon; Thursday the third is the association's own
    expect(await statusAt('2026-11-27T11:00')).toEqual({ open: true, changesAt: iso('2026-11-27T12:00') })
    expect(await statusAt('2026-11-27T13:00')).toEqual({ open: false, changesAt: iso('2026-11-30T09:00') })
    expect(await statusAt('2026-12-02T18:00')).toEqual({ open: false, changesAt: iso('2026-12-04T09:00') })
    server.clock.set(today)
    const { publicDays } = await contact()
    expect(publicDays).toContainEqual({ date: '2026-10-10', kind: 'workday', name: '国庆节调休' })
  })

  test('a photo of the library stands on the card and cannot be deleted meanwhile', async () => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(await drawPicture(1200, 800))]), 'door.png')
    const media = (await admin.call<Media>('POST', '/api/admin/media', { form })).body
    const before = (await card()).photo
    const library = (part: object) => ({
      photo: { source: 'library' as const, mediaId: media.id, alt: '新大门', ...part },
    })
    expect(fieldsOf(await change(library({ alt: '' })))).toEqual(['photo.alt'])
    expect(fieldsOf(await change(library({ mediaId: null })))).toEqual(['photo.mediaId'])
    expect(codeOf(await change(library({ mediaId: '0'.repeat(26) })))).toBe('media_not_found')
    expect((await change(library({}))).status).toBe(200)
    expect((await card()).photo).toMatchObject({ url: media.url, alt: '新大门' })
    expect(codeOf(await admin.call('DELETE', `/api/admin/media/${media.id}`))).toBe('media_used')
    await change({ photo: { source: 'none', mediaId: null, alt: '' } })
    expect((await card()).photo).toBeNull()
    expect((await admin.call('DELETE', `/api/admin/media/${media.id}`)).status).toBe(200)
    await keepContact((await contact()).configured)
    expect((await card()).photo).toEqual(before)
  })

  test('what is wrong is told at its field, and nothing is changed', async () => {
    const was = await card()
    const wrong = async (part: object) => fieldsOf(await change(part as Partial<ContactValues>))
    const [from, to] = ['08:30', '12:00']
    expect(await wrong({ phones: [] })).toEqual(['phones'])
    expect(await wrong({ phones: [{ label: '', number: 'call me' }] })).toEqual(['phones.0.label', 'phones.0.number'])
    expect(await wrong({ postalCode: '51900' })).toEqual(['postalCode'])
    expect(await wrong({ address: ' ' })).toEqual(['address'])
    expect(await wrong({ location: { latitude: 122, longitude: 113, name: '' } })).toEqual([
      'location.latitude',
      'location.name',
    ])
    const hours = (part: object) => ({ officeHours: { days: [1], periods: [{ from, to }], ...part } })
    expect(await wrong(hours({ days: [] }))).toEqual(['officeHours.days'])
    expect(await wrong(hours({ periods: [{ from: to, to: from }] }))).toEqual(['officeHours.periods.0'])
    expect(
      await wrong(
        hours({
          periods: [
            { from, to },
            { from: '11:00', to: '13:00' },
          ],
        }),
      ),
    ).toEqual(['officeHours.periods'])
    const day = { date: '2026-12-03', kind: 'holiday', name: '年会' }
    expect(await wrong({ exceptions: [day, day] })).toEqual(['exceptions'])
    expect(await wrong({ exceptions: [{ ...day, date: '2026-02-30' }] })).toEqual(['exceptions.0.date'])
    expect(
      fieldsOf(await keepOrganisation({ ...(await organisation()).values, shortName: '名'.repeat(13), name: '' })),
    ).toEqual(['name', 'shortName'])
    expect((await card()).phones).toEqual(was.phones)
  })

  test('only administrators change it, and each change is on record with what it was', async () => {
    await addStaff(server.database, { login: 'editor', role: 'editor' })
    const editor = await logInAs(server, 'editor')
    const { values } = await organisation()
    expect(codeOf(await keepOrganisation(values, editor))).toBe('role_forbidden')
    expect(codeOf(await keepContact((await contact()).values, editor))).toBe('role_forbidden')
    expect((await editor.call('GET', CONTACT)).status).toBe(200)
    await keepOrganisation({ ...values, motto: '记下来' })
    const [row] = await server.database.read.query<{ detail: string }[]>(
      "SELECT detail FROM audit_entry WHERE subject_id = 'organisation' ORDER BY id DESC LIMIT 1",
    )
    expect(JSON.parse(row?.detail ?? '')).toEqual({ was: {}, is: { motto: '记下来' } })
  })

  test('the card is kept with a tag, and asked again it is not sent anew', async () => {
    const { headers } = await request(`${server.url}/api/contact`)
    const tag = headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\//)
    const again = await fetch(`${server.url}/api/contact`, { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
  })
})

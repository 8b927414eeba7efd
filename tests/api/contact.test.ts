import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ContactCard } from '../../shared/contract'
import { request } from '../support/http'
import { startTestServer, type TestServer, type TestServerOptions } from '../support/server'

const given = JSON.parse(readFileSync('config/association.json', 'utf8')) as { contact: object }
const at = (text: string) => Date.parse(`${text}:00+08:00`)
const folder = mkdtempSync(join(tmpdir(), 'association-card-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A server of an association whose contact part reads so. */
function serverWith(contact: object, options: TestServerOptions = {}): Promise<TestServer> {
  const file = join(folder, 'association.json')
  writeFileSync(file, JSON.stringify({ ...given, contact: { ...given.contact, ...contact } }))
  return startTestServer({ seed: false, environment: { ASSOCIATION_FILE: file }, ...options })
}

const cardOf = async ({ url }: TestServer) => (await request<ContactCard>(`${url}/api/contact`)).body

describe('the contact card around a public holiday', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await serverWith({
      photo: null,
      exceptions: [{ date: '2026-10-09', kind: 'holiday', name: '设备检修' }],
    })
  })
  afterAll(() => server.stop())

  it.each([
    ['2026-09-30T17:00', true, '2026-09-30T17:30'],
    ['2026-09-30T18:00', false, '2026-10-08T08:30'],
    // the ninth is the association's own day off; the tenth, a Saturday, is worked
    ['2026-10-08T18:00', false, '2026-10-10T08:30'],
    ['2026-10-10T09:00', true, '2026-10-10T12:00'],
  ])('at %s says open: %s, until %s', async (now, open, changesAt) => {
    server.clock.set(at(now))
    expect((await cardOf(server)).status).toEqual({ open, changesAt: new Date(at(changesAt)).toISOString() })
  })

  it('names the special days from today on', async () => {
    server.clock.set(at('2026-10-07T09:00'))
    const { specialDays } = await cardOf(server)
    expect(specialDays).toEqual([
      { date: '2026-10-07', kind: 'holiday', name: '国庆节' },
      { date: '2026-10-09', kind: 'holiday', name: '设备检修' },
      { date: '2026-10-10', kind: 'workday', name: '国庆节调休' },
    ])
  })

  it('has no photo when none is configured', async () => {
    expect((await cardOf(server)).photo).toBeNull()
  })
})

describe('the photo of the building', () => {
  it('is served as a picture of the server’s own, the same after a restart', async () => {
    const photo = { file: resolve('config/sample/pictures/office.webp'), alt: '办公楼正门' }
    const first = await serverWith({ photo })
    const told = (await cardOf(first)).photo
    expect(told).toMatchObject({ width: 1200, height: 675, alt: '办公楼正门' })
    const answer = await fetch(`${first.url}${told?.url ?? ''}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp'])
    await first.stop()
    const second = await serverWith({ photo })
    expect((await cardOf(second)).photo).toEqual(told)
    await second.stop()
  })

  it('that is no picture stops the start and says which entry is wrong', async () => {
    writeFileSync(join(folder, 'photo.webp'), 'not a picture')
    await expect(serverWith({ photo: { file: 'photo.webp', alt: '正门' } })).rejects.toThrow('contact.photo')
    await expect(serverWith({ photo: { file: 'none.webp', alt: '正门' } })).rejects.toThrow('contact.photo')
  })
})

describe('a contact part that cannot be meant', () => {
  it.each([
    ['an exception on a day that does not exist', [{ date: '2026-02-30', kind: 'holiday', name: '放假' }]],
    ['an exception without a name', [{ date: '2026-12-30', kind: 'holiday', name: '' }]],
    ['an exception of an unknown kind', [{ date: '2026-12-30', kind: 'half', name: '半天' }]],
    [
      'two exceptions for one day',
      [
        { date: '2026-12-30', kind: 'holiday', name: '放假' },
        { date: '2026-12-30', kind: 'workday', name: '值班' },
      ],
    ],
  ])('with %s is refused by name', async (_what, exceptions) => {
    await expect(serverWith({ exceptions })).rejects.toThrow('contact.exceptions')
  })
})

import type { ArticleDetail, ErrorBody, StaffArticle } from '../../shared/contract'
import { availableDatabases } from '../support/databases'
import { publishEvent } from '../support/desk'
import { eventArticle } from '../support/factories'
import { codeOf, request } from '../support/http'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'

type Venues = { items: { venue: string; address: string | null; location: object | null }[] }

const planned = () => {
  const { event } = eventArticle({})
  if (event === null) throw new Error('an event article without its event')
  return event
}

describe.each(availableDatabases)('what staff say about an event, on %s', (kind) => {
  let server: TestServer
  let admin: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    admin = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  test('how many can come is told to members, can be taken back, and is kept in the history', async () => {
    const input = eventArticle({})
    const event = { ...planned(), capacityNote: ' 限 30 人，报满为止 ' }
    const published = await publishEvent(admin, { event })
    const read = async () => (await request<ArticleDetail>(`${server.url}/api/articles/${published.id}`)).body
    expect((await read()).event?.capacityNote).toBe('限 30 人，报满为止')
    const json = { version: published.version, article: { ...input, event: planned() } }
    const saved = await admin.call<StaffArticle>('PUT', `/api/admin/articles/${published.id}`, { json })
    expect(saved.body.event).not.toHaveProperty('capacityNote')
    expect((await read()).event).not.toHaveProperty('capacityNote')
    const long = { ...input, event: { ...event, capacityNote: '限'.repeat(41) } }
    const refused = await admin.call<ErrorBody>('POST', '/api/admin/articles', { json: long })
    expect([codeOf(refused), Object.keys(refused.body.error.fields ?? {})]).toEqual([
      'request_invalid',
      ['event.capacityNote'],
    ])
  })

  test('venues of earlier events are offered once each, newest first, with address and point', async () => {
    const place = { venue: '香山湖公园', address: '香洲区', location: { latitude: 22.27, longitude: 113.54 } }
    const event = planned()
    await keepDraft(admin, eventArticle({ event: { ...event, ...place } }))
    await keepDraft(admin, eventArticle({ event: { ...event, venue: '老地方' } }))
    await keepDraft(admin, eventArticle({ event: { ...event, venue: '老地方' } }))
    const { items } = (await admin.call<Venues>('GET', '/api/admin/venues')).body
    expect(items.slice(0, 2).map(({ venue }) => venue)).toEqual(['老地方', '香山湖公园'])
    expect(items[1]).toEqual(place)
  })
})

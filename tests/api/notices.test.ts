import type { Audience, NoticeDetail, NoticeSummary } from '../../shared/contract'
import { newId } from '../../server/kernel/ids'
import { createLedger } from '../../server/store/ledger'
import { SANDBOX_TEMPLATE_IDS } from '../../server/wechat/sandbox'
import { availableDatabases } from '../support/databases'
import { DAY_MS } from '../../shared/domain/time'
import { codeOf, request } from '../support/http'
import { addMember, addNotice } from '../support/ledgerRows'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, type StaffBrowser } from '../support/staff'

const templateId = SANDBOX_TEMPLATE_IDS.preview

interface Page {
  items: NoticeSummary[]
  nextCursor: string | null
}

describe.each(availableDatabases)('staff look at notices, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const get = <T>(path: string) => staff.call<T>('GET', `/api/admin${path}`)

  it('see who would get one now and who would not, each member counted once', async () => {
    const empty = await get<Audience>('/audience?kind=preview')
    expect(empty.body).toEqual({ willGet: 0, noGrant: 0, notSubscribed: 0 })
    await addMember(server.database, { grants: 3, templateId })
    await addMember(server.database, { grants: 1, templateId })
    await addMember(server.database, { grants: 0, templateId })
    await addMember(server.database, { grants: 1, templateId, subscribed: false })
    await addMember(server.database, { grants: 1, templateId, topic: 'event_change' })
    const { body } = await get<Audience>('/audience?kind=preview')
    expect(body).toEqual({ willGet: 2, noGrant: 1, notSubscribed: 2 })
    expect((await get<Audience>('/audience?kind=cancellation')).body).toMatchObject({ willGet: 0, noGrant: 1 })
    expect(codeOf(await get('/audience?kind=advert'))).toBe('request_invalid')
  })

  it('see them newest first, page by page, each once', async () => {
    const ids: string[] = []
    for (let index = 0; index < 7; index += 1)
      ids.push(await addNotice(server.database, { status: 'scheduled', scheduledAt: Date.now() + DAY_MS }))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Page = (await get<Page>(`/notices?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`)).body
      seen.push(...page.items.map((item) => item.id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual([...ids].reverse())
  })

  it.each(['x', Buffer.from("' OR 1=1 --").toString('base64url'), 'A'.repeat(300)])(
    'a cursor that is not ours is refused: %s',
    async (cursor) => {
      expect(codeOf(await get(`/notices?cursor=${encodeURIComponent(cursor)}`))).toBe('cursor_invalid')
    },
  )

  it('see what became of one, by state and by reason', async () => {
    const noticeId = await addNotice(server.database, { templateId })
    const ledger = createLedger(server.database)
    while (!(await ledger.prepareChunk(noticeId, 100, server.clock.now())).done);
    await ledger.halt(noticeId, 'banned', server.clock.now())
    while ((await ledger.sweepStopped(100, server.clock.now())) > 0);
    const { body } = await get<NoticeDetail>(`/notices/${noticeId}`)
    expect(body).toMatchObject({
      id: noticeId,
      kind: 'preview',
      status: 'halted',
      haltReason: 'banned',
      template: { kind: 'preview', id: templateId },
      values: { thing1: '滨海长者健步行' },
    })
    expect(body.counts.skipped + body.counts.failed + body.counts.rejected + body.counts.sent).toBe(3)
    expect(body.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    expect(body.reasons).toContainEqual({ state: 'skipped', reason: 'no_grant', count: 1 })
  })

  it('a notice that is not there is not found, and nobody else may look', async () => {
    expect(codeOf(await get(`/notices/${newId()}`))).toBe('notice_not_found')
    for (const path of ['/audience?kind=preview', '/notices', `/notices/${newId()}`]) {
      expect((await request(`${server.url}/api/admin${path}`)).status).toBe(401)
    }
  })
})

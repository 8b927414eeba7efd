import type { StaffArticle } from '../../shared/contract'
import { HOUR_MS, startOfDay } from '../../shared/domain/time'
import { newMember, type Member } from '../e2e/support/members'
import { availableDatabases } from '../support/databases'
import { detailOf, untilOver } from '../support/desk'
import { eventArticle, noticeValues } from '../support/factories'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, keepDraft, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

const NIGHT = startOfDay(Date.now()) + 23 * HOUR_MS
const MORNING = NIGHT + 9 * HOUR_MS

describe.each(availableDatabases)('an announcement in the quiet hours, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  let member: Member
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false, quietHours: true })
    server.clock.set(NIGHT)
    staff = await asAdministrator(server)
    member = await newMember(server)
    for (let times = 0; times < 4; times += 1) await member.accept('new_events')
  })
  afterAll(() => server.stop())

  const post = async ({ id, version }: StaffArticle, name: string, json: object): Promise<StaffArticle> => {
    const answer = await staff.call<StaffArticle>('POST', `/api/admin/articles/${id}/${name}`, {
      json: { version, ...json },
    })
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const previewOf = (article: StaffArticle): string =>
    article.notices.find((notice) => notice.kind === 'preview')?.id ?? ''
  const received = async () => (await member.notices()).length

  it('goes out at once where staff say so', async () => {
    const values = noticeValues()
    const published = await post(await keepDraft(staff, eventArticle()), 'publish', {
      notice: { values, atNight: true },
    })
    const notice = await untilOver(staff, previewOf(published))
    expect(notice).toMatchObject({ status: 'finished', atNight: true, quietUntil: null, counts: { sent: 1 } })
    expect(await received()).toBe(1)
  })

  it('set for the night keeps what was decided, and goes out then', async () => {
    const at = new Date(server.clock.now() + 1_000).toISOString()
    const notice = { values: noticeValues(), atNight: true }
    const set = await post(await keepDraft(staff, eventArticle()), 'schedule', { at, notice })
    expect(set.scheduled).toEqual({ at, notice })
    const published = await until(
      async () => (await staff.call<StaffArticle>('GET', `/api/admin/articles/${set.id}`)).body,
      ({ status }) => status === 'published',
    )
    expect(await untilOver(staff, previewOf(published))).toMatchObject({ atNight: true, counts: { sent: 1 } })
  })

  it('waits for the morning by itself: the article is there, nobody is woken, and everybody is told then', async () => {
    const waiting: StaffArticle[] = []
    const notice = { values: noticeValues() }
    waiting.push(await post(await keepDraft(staff, eventArticle()), 'publish', { notice }))
    const at = new Date(server.clock.now() + 500).toISOString()
    const set = await post(await keepDraft(staff, eventArticle()), 'schedule', { at, notice })
    expect(set.scheduled?.notice).toEqual({ ...notice, atNight: false })
    waiting.push(
      await until(
        async () => (await staff.call<StaffArticle>('GET', `/api/admin/articles/${set.id}`)).body,
        ({ status }) => status === 'published',
      ),
    )
    const before = await received()
    for (const article of waiting) {
      const held = await until(
        () => detailOf(staff, previewOf(article)),
        ({ status, counts }) => status === 'running' && counts.pending === 1,
      )
      expect(held).toMatchObject({ atNight: false, quietUntil: new Date(MORNING).toISOString() })
    }
    expect(await received()).toBe(before)

    server.clock.set(MORNING)
    for (const article of waiting) {
      expect(await untilOver(staff, previewOf(article))).toMatchObject({ status: 'finished', counts: { sent: 1 } })
    }
    expect(await received()).toBe(before + 2)
  })
})

import { randomUUID } from 'node:crypto'
import type { Overview } from '../../shared/contract'
import { newId } from '../../server/kernel/ids'
import { GrantAnswerEntity, MemberEntity } from '../../server/store/entities'
import { createLedger } from '../../server/store/ledger'
import { SANDBOX_TEMPLATE_IDS } from '../../server/wechat/sandbox'
import { DAY_MS, HOUR_MS } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { articleInput, eventArticle } from '../support/factories'
import { codeOf, request } from '../support/http'
import { addMember, addNotice } from '../support/ledgerRows'
import { startTestServer, type TestServer } from '../support/server'
import { ADMINISTRATOR, asAdministrator, keepDraft, logInAs, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

/** 23:30 in Shanghai: half an hour later it is another day there, but not in UTC. */
const LATE = Date.parse('2026-11-20T23:30:00+08:00')
const templateId = SANDBOX_TEMPLATE_IDS.preview
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

describe.each(availableDatabases)('the house in numbers, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const overview = async (days = 7) => (await staff.call<Overview>('GET', `/api/admin/overview?days=${days}`)).body
  const publish = async (json: object): Promise<string> => {
    const { id, version } = await keepDraft(staff, json)
    const answer = await staff.call('POST', `/api/admin/articles/${id}/publish`, { json: { version, notice: null } })
    expect(answer.status).toBe(200)
    return id
  }
  const open = async (id: string, times: number) => {
    const answers = await Promise.all(
      Array.from({ length: times }, () =>
        request(`${server.url}/api/articles/${id}/views`, 'POST', { json: { opening: randomUUID() } }),
      ),
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  }
  const untilViews = (total: number) =>
    until(
      () => overview(),
      ({ views }) => views.total === total,
    )

  it('is empty in a new house, day by day', async () => {
    const { days, views, articles, members, grants, notices } = await overview(90)
    expect([days.length, views.daily.length, members.daily.length, grants.gained.length, views.hours.length]).toEqual([
      90, 90, 90, 90, 24,
    ])
    expect([views.total, views.before, sum(members.daily), notices.total, articles.length]).toEqual([0, 0, 0, 0, 0])
  })

  it('counts each view on the day and in the hour of Shanghai on which it was, and by channel', async () => {
    const notice = await publish(articleInput({ title: '办公时间调整' }))
    const event = await publish(eventArticle({ title: '督导沙龙' }))
    const present = server.clock.now()
    server.clock.set(LATE)
    await open(notice, 3)
    await open(event, 1)
    await untilViews(4)
    server.clock.set(LATE + HOUR_MS)
    await open(event, 4)
    const { days, views, articles } = await untilViews(8)
    expect(days.slice(-2)).toEqual(['2026-11-20', '2026-11-21'])
    expect(views.daily.slice(-2)).toEqual([4, 4])
    expect([views.hours[23], views.hours[0], sum(views.hours)]).toEqual([4, 4, 8])
    expect(views.channels.map(({ channel, views: own, daily }) => [channel?.name, own, ...daily.slice(-2)])).toEqual([
      ['活动预告', 5, 1, 4],
      ['通知公告', 3, 3, 0],
    ])
    expect(articles).toEqual([
      { id: event, title: '督导沙龙', channel: '活动预告', views: 5 },
      { id: notice, title: '办公时间调整', channel: '通知公告', views: 3 },
    ])
    // a week later it stands in the week before
    server.clock.set(LATE + 8 * DAY_MS)
    staff = await logInAs(server, ADMINISTRATOR.login)
    expect(await overview()).toMatchObject({ articles: [], views: { total: 0, before: 8 } })
    server.clock.set(present)
    staff = await logInAs(server, ADMINISTRATOR.login)
  })

  it('counts members who came, one grant for an accept told twice, and what became of notices', async () => {
    const now = server.clock.now()
    const memberId = newId()
    const answer = (at: number, source: 'app' | 'wechat', matched: boolean) => ({
      ...{ id: newId(), memberId, templateId, answer: 'accept' as const, source, matched, requestKey: newId(), at },
    })
    await server.database.write(async (manager) => {
      const seen = { openid: 'openid-of-nobody', createdAt: now - DAY_MS, lastSeenAt: now }
      await manager.insert(MemberEntity, { id: memberId, ...seen })
      for (const row of [answer(now, 'app', true), answer(now, 'wechat', true), answer(now, 'wechat', false)]) {
        await manager.insert(GrantAnswerEntity, row)
      }
      await manager.insert(GrantAnswerEntity, { ...answer(now, 'app', false), answer: 'reject' })
    })
    await addMember(server.database, { grants: 0, templateId })
    const noticeId = await addNotice(server.database, { templateId })
    const ledger = createLedger(server.database)
    while (!(await ledger.prepareChunk(noticeId, 100, now)).done);
    const { members, grants, notices } = await until(
      () => overview(),
      (numbers) => numbers.notices.outcomes.length > 0,
    )
    expect([members.total, ...members.daily.slice(-2)]).toEqual([2, 1, 0])
    expect(grants.gained.at(-1)).toBe(2)
    expect(sum(grants.used)).toBe(0)
    expect(notices).toEqual({ total: 1, outcomes: [{ state: 'skipped', count: 1 }] })
  })

  it('comes as a file that a spreadsheet opens, and names no member', async () => {
    const answer = await fetch(`${server.url}/api/admin/overview/export?days=7`, {
      headers: { cookie: staff.cookie() ?? '' },
    })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8')
    const lines = text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(8)
    expect(lines[0]).toMatch(/^\uFEFF日期,浏览次数,.*新增会员,获得的提醒次数,用掉的提醒次数$/)
    expect(text + JSON.stringify(await overview())).not.toContain('openid')
  })

  it('is for staff alone, and for periods that are offered', async () => {
    for (const path of ['/api/admin/overview', '/api/admin/overview/export']) {
      expect((await request(`${server.url}${path}`)).status).toBe(401)
      expect(codeOf(await staff.call('GET', `${path}?days=31`))).toBe('request_invalid')
    }
  })
})

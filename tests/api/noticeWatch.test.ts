import type { DeliveryTimeline, NoticeDetail, QueueStatus, StaffDelivery } from '../../shared/contract'
import { newId } from '../../server/kernel/ids'
import { availableDatabases } from '../support/databases'
import { addDeliveries, addDelivery } from '../support/deliveryRows'
import { openStream } from '../support/eventStream'
import { codeOf, request } from '../support/http'
import { addNotice } from '../support/ledgerRows'
import { startTestServer, type TestServer } from '../support/server'
import { asAdministrator, type StaffBrowser } from '../support/staff'
import { until } from '../support/until'

interface Page {
  items: StaffDelivery[]
  nextCursor: string | null
}

describe.each(availableDatabases)('staff watch a notice, on %s', (kind) => {
  let server: TestServer
  let staff: StaffBrowser
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
    staff = await asAdministrator(server)
  })
  afterAll(() => server.stop())

  const addNoticeOf = async (states: Partial<Parameters<typeof addDelivery>[1]>[]) => {
    const noticeId = await addNotice(server.database, { status: 'paused' })
    const ids: string[] = []
    for (const state of states) ids.push(await addDelivery(server.database, { noticeId, memberId: newId(), ...state }))
    return { noticeId, ids }
  }
  const watch = (noticeId: string) =>
    openStream(`${server.url}/api/admin/notices/${noticeId}/stream`, { cookie: staff.cookie() ?? '' })

  it('live: at first as it stands, then each change and nothing else', async () => {
    const { noticeId } = await addNoticeOf([{ state: 'sent' }, { state: 'pending' }])
    const stream = await watch(noticeId)
    const details = () => stream.events.map(({ data }) => JSON.parse(data) as NoticeDetail)
    expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    await until(
      async () => stream.events.length,
      (count) => count === 1,
    )
    expect(stream.events[0]?.name).toBe('notice')
    expect(details()[0]).toMatchObject({ id: noticeId, status: 'paused', counts: { sent: 1, pending: 1 } })
    await staff.call('POST', `/api/admin/notices/${noticeId}/cancel`)
    await until(
      async () => details().at(-1),
      (last) => last?.status === 'cancelled' && last.counts.skipped === 1,
    )
    await stream.close()
  })

  it('not without a session, and not what is not there', async () => {
    const { noticeId } = await addNoticeOf([])
    for (const path of ['stream', 'export', 'deliveries']) {
      const foreign = await request(`${server.url}/api/admin/notices/${noticeId}/${path}`)
      expect([foreign.status, codeOf(foreign)]).toEqual([401, 'session_required'])
      expect(codeOf(await staff.call('GET', `/api/admin/notices/${newId()}/${path}`))).toBe('notice_not_found')
    }
  })

  it('delivery by delivery: all of them once, or those of one state or reason', async () => {
    const states = [
      ...Array.from({ length: 7 }, () => ({ state: 'sent' as const })),
      ...Array.from({ length: 5 }, () => ({ state: 'skipped' as const, reason: 'no_grant' as const })),
      { state: 'skipped' as const, reason: 'unsubscribed' as const },
    ]
    const { noticeId, ids } = await addNoticeOf(states)
    const read = async (filter: string): Promise<StaffDelivery[]> => {
      const items: StaffDelivery[] = []
      let cursor: string | null = null
      do {
        const path: string = `/api/admin/notices/${noticeId}/deliveries?limit=3${filter}${cursor === null ? '' : `&cursor=${cursor}`}`
        const { body } = await staff.call<Page>('GET', path)
        items.push(...body.items)
        cursor = body.nextCursor
      } while (cursor !== null)
      return items
    }
    expect((await read('')).map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect((await read('&state=sent')).map(({ id }) => id).sort()).toEqual(ids.slice(0, 7).sort())
    expect(await read('&state=skipped&reason=no_grant')).toHaveLength(5)
    expect(await read('&reason=unsubscribed')).toMatchObject([{ id: ids.at(-1), state: 'skipped' }])
    const ofOther = Buffer.from(JSON.stringify([newId()])).toString('base64url')
    const path = `/api/admin/notices/${noticeId}/deliveries`
    expect(codeOf(await staff.call('GET', `${path}?state=sent&cursor=${ofOther}`))).toBe('cursor_invalid')
    expect(codeOf(await staff.call('GET', `${path}?cursor=x`))).toBe('cursor_invalid')
    expect(codeOf(await staff.call('GET', `${path}?state=lost`))).toBe('request_invalid')
  })

  it('one delivery: what happened to it, oldest first', async () => {
    const { ids } = await addNoticeOf([
      { state: 'rejected', reason: 'not_subscribed' },
      { state: 'pending' },
      { state: 'skipped', reason: 'no_grant' },
    ])
    const stepsOf = async (id: string | undefined) => {
      const { body } = await staff.call<DeliveryTimeline>('GET', `/api/admin/deliveries/${id}`)
      return body.steps.map(({ state, reason }) => [state, reason])
    }
    expect(await stepsOf(ids[0])).toEqual([
      ['pending', null],
      ['sending', null],
      ['rejected', 'not_subscribed'],
    ])
    expect(await stepsOf(ids[1])).toEqual([['pending', null]])
    expect((await stepsOf(ids[2])).at(-1)).toEqual(['skipped', 'no_grant'])
    expect(codeOf(await staff.call('GET', `/api/admin/deliveries/${newId()}`))).toBe('delivery_not_found')
  })

  it('as a file: a line for each delivery, in Chinese, that Excel reads', async () => {
    const count = 1_203
    const noticeId = await addNotice(server.database, { status: 'paused' })
    const members = Array.from({ length: count }, () => newId())
    await addDeliveries(
      server.database,
      members.map((memberId) => ({ noticeId, memberId })),
    )
    const headers = { cookie: staff.cookie() ?? '' }
    const response = await fetch(`${server.url}/api/admin/notices/${noticeId}/export`, { headers })
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E6/)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = bytes.toString('utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(count + 1)
    expect(lines[0]).toContain('会员编号,结果,原因')
    expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual([...members].sort())
    expect(lines[1]).toContain('已送出,微信已接收')
    expect(bytes.toString('utf8')).not.toContain('openid')
  })

  it('the queue: who works, what waits, what nobody knows and what went wrong', async () => {
    const { noticeId } = await addNoticeOf([
      { state: 'pending' },
      { state: 'unknown', reason: 'no_answer' },
      { state: 'failed', reason: 'budget_spent' },
    ])
    await server.database.write((manager) =>
      manager.query('UPDATE notice SET started_at = ? WHERE id = ?', [Date.now(), noticeId]),
    )
    const { body } = await until(
      () => staff.call<QueueStatus>('GET', '/api/admin/queue'),
      (answer) => answer.body.workers.length === 1,
    )
    expect(body).toMatchObject({ mode: kind === 'sqlite' ? 'embedded' : 'grown', sending: 0, unknown: 1 })
    expect(body.waiting).toBeGreaterThanOrEqual(1)
    expect(body.quietUntil).toBeNull()
    expect(body.lastErrors.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['no_answer', 'budget_spent']))
    expect(Date.parse(body.workers[0]?.heartbeatAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
  })
})

it('a server that stops ends what is watched and waits for no watcher', async () => {
  const server = await startTestServer({ seed: false })
  const staff = await asAdministrator(server)
  const noticeId = await addNotice(server.database, { status: 'paused' })
  const stream = await openStream(`${server.url}/api/admin/notices/${noticeId}/stream`, {
    cookie: staff.cookie() ?? '',
  })
  await until(
    async () => stream.events.length,
    (count) => count === 1,
  )
  await server.stop()
  await until(() => stream.isOver(), Boolean)
  // a server that waits for watchers breaks their lines when its patience is at its end
  expect(stream.isBroken()).toBe(false)
})

it('at night a notice says until when it waits, unless it may go out', async () => {
  const server = await startTestServer({ seed: false, quietHours: true })
  const staff = await asAdministrator(server)
  // 23:00 in Shanghai
  server.clock.set(Date.parse('2026-12-01T15:00:00Z'))
  await staff.call('POST', '/api/admin/session', { json: { login: 'admin', password: 'a-long-passphrase' } })
  const detail = async (atNight: boolean) => {
    const id = await addNotice(server.database, { atNight })
    return (await staff.call<NoticeDetail>('GET', `/api/admin/notices/${id}`)).body.quietUntil
  }
  expect(await detail(false)).toBe('2026-12-02T00:00:00.000Z')
  expect(await detail(true)).toBeNull()
  expect((await staff.call<QueueStatus>('GET', '/api/admin/queue')).body.quietUntil).toBe('2026-12-02T00:00:00.000Z')
  await server.stop()
})

import { availableDatabases } from '../support/databases'
import { addNotice, balanceOf, deliveriesOf, noticeRow } from '../support/ledgerRows'
import { openHouse, until, type House } from './house'

describe.each(availableDatabases)('WeChat fails us (%s)', (kind) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse(kind)
  })
  afterEach(() => house.stop())

  const order = (fault: object) => house.control('/faults', fault)
  const finished = (noticeId: string) =>
    until(
      'the notice is over',
      () => noticeRow(house.database, noticeId),
      (row) => row.finishedAt !== null,
    )
  const acceptedPhones = async () => (await house.accepted()).map((send) => send.phoneId).sort()

  it('the token is revoked in mid-run: it is renewed once, and nobody is missed', async () => {
    const members = await house.members(40)
    const noticeId = await addNotice(house.database)
    const before = await house.control<{ issued: number }>('/tokens', undefined, 'GET')
    await house.control('/settings', { latencyMs: 20 }, 'PUT')
    house.startEngine({ concurrency: 8, connections: 8 })
    await until(
      'some are sent',
      () => house.accepted(),
      (sends) => sends.length >= 10,
    )
    await house.control('/tokens/revoke', { code: 42001 })
    await finished(noticeId)
    expect(await house.states(noticeId)).toEqual({ sent: 40 })
    expect(await acceptedPhones()).toEqual(members.map((member) => member.phoneId).sort())
    const after = await house.control<{ issued: number }>('/tokens', undefined, 'GET')
    expect(after.issued - before.issued).toBe(2)
    expect((await deliveriesOf(house.database, noticeId)).every((row) => row.attempts === 0)).toBe(true)
  })

  it.each([
    ['swallows the request and took it', { kind: 'black_hole', accepted: true }, 'no_answer'],
    ['swallows the request and did not take it', { kind: 'black_hole', accepted: false }, 'no_answer'],
    ['breaks the connection after the body', { kind: 'reset_after_body', accepted: true }, 'no_answer'],
    ['answers 502', { kind: 'bad_gateway', accepted: true }, 'garbled_answer'],
    ['answers with a page', { kind: 'html', accepted: false }, 'garbled_answer'],
    ['answers one byte a second', { kind: 'slow_bytes', intervalMs: 1_000 }, 'no_answer'],
    ['is busy and took it', { kind: 'busy', accepted: true }, 'system_busy'],
    ['is busy and did not take it', { kind: 'busy', accepted: false }, 'system_busy'],
  ])('%s: unknown, and never sent again by itself', async (_what, fault, reason) => {
    const [member] = await house.members(1, { grants: 2 })
    await order(fault)
    const noticeId = await addNotice(house.database)
    // only what never answers is given up: an answer that comes is read, however slow the machine
    house.startEngine({}, reason === 'no_answer' ? { timeoutMs: 1_000 } : {})
    await finished(noticeId)
    const [row] = await deliveriesOf(house.database, noticeId)
    expect(row).toMatchObject({ state: 'unknown', reason, grantState: 'spent' })
    expect(await balanceOf(house.database, member?.memberId ?? '')).toBe('1/0/1')
    expect((await house.accepted()).length).toBeLessThanOrEqual(1)
  })

  it('refuses connections for a while: nobody is lost, nobody is told twice', async () => {
    const members = await house.members(12)
    // the token is there before the line breaks
    await house.wechat.messenger.send({ openid: 'nobody', templateId: 'x', values: {}, page: '' })
    const noticeId = await addNotice(house.database)
    await house.refuseConnections()
    house.startEngine({ concurrency: 4, connections: 4 })
    await until(
      'some tries were refused',
      () => deliveriesOf(house.database, noticeId),
      (rows) => rows.some((row) => row.attempts > 0),
    )
    await house.acceptConnections()
    await finished(noticeId)
    expect(await house.states(noticeId)).toEqual({ sent: 12 })
    expect(await acceptedPhones()).toEqual(members.map((member) => member.phoneId).sort())
  })

  it('says that two sends went to one member at once: waits and sends', async () => {
    await house.members(3)
    await order({ kind: 'errcode', errcode: 43108, count: 2 })
    const noticeId = await addNotice(house.database)
    house.startEngine()
    await finished(noticeId)
    expect(await house.states(noticeId)).toEqual({ sent: 3 })
    expect((await deliveriesOf(house.database, noticeId)).map((row) => row.rateWaits).sort()).toEqual([0, 1, 1])
  })

  it('has no quota left today: everything waits for tomorrow in Shanghai, and then goes out', async () => {
    await house.members(20)
    await order({ kind: 'errcode', errcode: 45009, count: 1_000 })
    const noticeId = await addNotice(house.database)
    const engine = house.startEngine({ concurrency: 4, connections: 2 })
    await until(
      'the engine pauses',
      () => engine.status(),
      (status) => status.pausedForMs > 0 && status.inHand === 0,
    )
    const rows = await deliveriesOf(house.database, noticeId)
    expect(rows.every((row) => row.state === 'pending' && row.rateWaits + row.attempts === 0)).toBe(true)
    await house.control('/faults', undefined, 'DELETE')
    house.clock.advance(engine.status().pausedForMs + 1)
    house.wakeup.notify()
    await finished(noticeId)
    expect(await house.states(noticeId)).toEqual({ sent: 20 })
  })
})

import { availableDatabases } from '../support/databases'
import { addNotice, balanceOf, deliveryOf, noticeRow, turnOff } from '../support/ledgerRows'
import { openHouse, until, type House } from './house'

describe.each(availableDatabases)('a notice goes out (%s)', (kind) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse(kind)
  })
  afterEach(() => house.stop())

  const finished = (noticeId: string) =>
    until(
      'the notice is over',
      () => noticeRow(house.database, noticeId),
      (row) => row.finishedAt !== null,
    )

  it('reaches everyone who subscribed and has a grant, once', async () => {
    const members = await house.members(40)
    const [without] = await house.members(1, { grants: 0 })
    const noticeId = await addNotice(house.database)
    house.startEngine({ concurrency: 8, connections: 6, chunk: 7 })

    expect((await finished(noticeId)).status).toBe('finished')
    expect(await house.states(noticeId)).toEqual({ sent: 40, skipped: 1 })
    const phones = (await house.accepted()).map((send) => send.phoneId)
    expect([...phones].sort()).toEqual(members.map((member) => member.phoneId).sort())
    expect(await balanceOf(house.database, members[0]?.memberId ?? '')).toBe('0/0/1')
    const skipped = await deliveryOf(house.database, noticeId, without?.memberId ?? '')
    expect(skipped).toMatchObject({ state: 'skipped', reason: 'no_grant', grantState: 'none' })
  })

  it('keeps WeChat’s message id digit by digit, though it exceeds 2^53', async () => {
    const [member] = await house.members(1)
    const noticeId = await addNotice(house.database)
    house.startEngine()
    await finished(noticeId)
    const { msgid } = await deliveryOf(house.database, noticeId, member?.memberId ?? '')
    expect(msgid).toBe((await house.accepted())[0]?.msgid)
    expect(BigInt(msgid ?? 0)).toBeGreaterThan(2n ** 53n)
  })

  it('counts nothing as left for a member of whom WeChat says so', async () => {
    const [member] = await house.members(1, { grants: 0, counted: 3 })
    const noticeId = await addNotice(house.database)
    house.startEngine()
    await finished(noticeId)
    const row = await deliveryOf(house.database, noticeId, member?.memberId ?? '')
    expect(row).toMatchObject({ state: 'rejected', reason: 'not_subscribed' })
    expect(await balanceOf(house.database, member?.memberId ?? '')).toBe('0/0/1')
  })

  it('passes over a member who turned the topic off before it was their turn, and gives the grant back', async () => {
    const [member] = await house.members(1)
    const noticeId = await addNotice(house.database)
    await house.ledger.prepareChunk(noticeId, 10, Date.now())
    await turnOff(house.database, member?.memberId ?? '')
    house.startEngine()
    await finished(noticeId)
    const row = await deliveryOf(house.database, noticeId, member?.memberId ?? '')
    expect(row).toMatchObject({ state: 'skipped', reason: 'unsubscribed', grantState: 'returned' })
    expect(await balanceOf(house.database, member?.memberId ?? '')).toBe('1/0/0')
    expect(await house.accepted()).toEqual([])
  })

  it('halts when WeChat does not know the template, and gives back what was not sent', async () => {
    const members = await house.members(30)
    await house.control('/faults', { kind: 'errcode', errcode: 40037, count: 1000 })
    const noticeId = await addNotice(house.database)
    house.startEngine({ concurrency: 4, connections: 2 })
    const notice = await finished(noticeId)
    expect(notice).toMatchObject({ status: 'halted', haltReason: 'template_invalid' })
    const { failed = 0, skipped = 0 } = await house.states(noticeId)
    expect(failed + skipped).toBe(30)
    expect(failed).toBeLessThanOrEqual(4)
    for (const { memberId } of members) expect(await balanceOf(house.database, memberId)).toBe('1/0/0')
  })
})

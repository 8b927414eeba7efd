import { newId } from '../../server/kernel/ids'
import { StaffBindingEntity } from '../../server/store/entities'
import { createNoticeTests } from '../../server/store/repositories/noticeTests'
import { HOUR_MS } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { addNotice, balanceOf, deliveriesOf, noticeRow, TEMPLATE_ID, turnOff } from '../support/ledgerRows'
import { openHouse, until, type House } from './house'

describe.each(availableDatabases)('a notice that its author sends to themselves first (%s)', (kind) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse(kind)
  })
  afterEach(() => house.stop())

  /** A colleague whose WeChat is bound; their topic is off, for a test asks for no subscription. */
  async function author(grants = 2) {
    const [member] = await house.members(1, { grants })
    if (member === undefined) throw new Error('nobody')
    const staffId = newId()
    const binding = { staffId, memberId: member.memberId, boundAt: 1 }
    await house.database.write((manager) => manager.insert(StaffBindingEntity, binding))
    await turnOff(house.database, member.memberId)
    return { ...member, staffId }
  }

  async function send(staffId: string) {
    const id = newId()
    const values = { thing1: '滨海长者健步行', time2: '2026年11月28日 09:00' }
    const test = { id, kind: 'preview' as const, templateId: TEMPLATE_ID, values, page: 'pages/article/index?id=1' }
    const subject = { subjectType: 'notice' as const, subjectId: id }
    const audit = { at: Date.now(), staffId, action: 'notice.test', ...subject, address: '' }
    return { id, made: await createNoticeTests(house.database).make(test, audit) }
  }
  const finished = (noticeId: string) =>
    until(
      'the notice is over',
      () => noticeRow(house.database, noticeId),
      (row) => row.finishedAt !== null,
    )
  const died = (worker: string) =>
    house.database.write((manager) =>
      manager.query('UPDATE worker SET heartbeat_at = heartbeat_at - ? WHERE id = ?', [HOUR_MS, worker]),
    )

  // Fails when a test is claimed like a notice to subscribers: its author, who wants none, never gets it.
  it('goes out once, before what is waiting for others, and spends one grant', async () => {
    const { staffId, memberId, phoneId } = await author()
    const others = await house.members(3)
    const noticeId = await addNotice(house.database)
    await house.ledger.prepareChunk(noticeId, 100, Date.now())
    const { id, made } = await send(staffId)
    expect(made).toBe('made')
    const [row] = await deliveriesOf(house.database, id)
    expect(row).toMatchObject({ state: 'pending', grantState: 'reserved', memberId })
    house.startEngine({ concurrency: 1, connections: 1 })
    await finished(id)
    await finished(noticeId)
    const sends = (await house.accepted()).map((sent) => sent.phoneId)
    expect(sends[0]).toBe(phoneId)
    expect(sends.slice(1).sort()).toEqual(others.map((other) => other.phoneId).sort())
    expect(await balanceOf(house.database, memberId)).toBe('1/0/1')
  })

  // Fails when `bury` puts `sending` back to `pending`, or when a test looks only at its own rows.
  it('killed between intent and outcome it is unknown, is not repeated, and nothing follows it before it is settled', async () => {
    const { staffId, memberId, openid } = await author()
    const { id } = await send(staffId)
    const worker = await house.ledger.startWorker()
    const { claims } = await house.ledger.claim(worker, 10, Date.now())
    expect(claims.map(({ noticeId }) => noticeId)).toEqual([id])
    // the row said so before a byte was written; WeChat took the message, and the process died
    expect(await house.states(id)).toEqual({ sending: 1 })
    await house.wechat.messenger.send({ openid, ...(await house.ledger.job(id)) })
    await died(worker)
    house.startEngine()
    await until(
      'nobody knows what became of it',
      () => house.states(id),
      (states) => states.unknown === 1,
    )
    await finished(id)
    expect((await send(staffId)).made).toBe('open')
    expect(await house.accepted()).toHaveLength(1)
    expect(await balanceOf(house.database, memberId)).toBe('1/0/1')

    const [sent] = await house.accepted()
    const event = { openid, templateId: TEMPLATE_ID, msgid: sent?.msgid ?? '', delivered: true }
    expect(await house.ledger.confirm(event, Date.now())).toBe('matched')
    expect(await house.states(id)).toEqual({ sent: 1 })
    const next = await send(staffId)
    expect(next.made).toBe('made')
    await finished(next.id)
    expect(await house.accepted()).toHaveLength(2)
  })

  it('killed before the intent was marked it goes out once, and two clicks are one test', async () => {
    const { staffId } = await author()
    const clicks = await Promise.all([send(staffId), send(staffId), send(staffId)])
    expect(clicks.map(({ made }) => made).sort()).toEqual(['made', 'open', 'open'])
    const { id } = clicks.find(({ made }) => made === 'made') ?? { id: '' }
    await died(await house.ledger.startWorker())
    house.startEngine()
    await finished(id)
    expect(await house.states(id)).toEqual({ sent: 1 })
    expect(await house.accepted()).toHaveLength(1)
  })

  it('without a grant or a binding nothing is written', async () => {
    const { staffId, memberId } = await author(0)
    const refused = [await send(staffId), await send(newId())]
    expect(refused.map(({ made }) => made)).toEqual(['no_grant', 'unbound'])
    for (const { id } of refused) expect(await deliveriesOf(house.database, id)).toEqual([])
    expect(await balanceOf(house.database, memberId)).toBe('0/0/0')
  })

  it('keeps to the rate and waits for nobody’s sleep', async () => {
    const { staffId } = await author()
    const { id } = await send(staffId)
    house.startEngine({ ratePerSecond: 5 })
    await finished(id)
    expect(await house.states(id)).toEqual({ sent: 1 })
    expect(await house.keptRate(5)).toMatchObject({ withoutSlot: 0 })
  })
})

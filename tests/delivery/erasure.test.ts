import { createMemberErasure } from '../../server/store/repositories/memberErasure'
import { availableDatabases } from '../support/databases'
import { tablesHolding } from '../support/everyRow'
import { addNotice, deliveriesOf, noticeRow } from '../support/ledgerRows'
import { openHouse, until, type House } from './house'

describe.each(availableDatabases)('members erase their data while a notice runs (%s)', (kind) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse(kind)
  })
  afterEach(() => house.stop())

  it('nobody is told twice or left out but those who left, and of them nothing stays', async () => {
    const members = await house.members(80)
    const leaving = members.filter((_, index) => index % 4 === 0)
    const staying = members.filter((_, index) => index % 4 !== 0)
    const noticeId = await addNotice(house.database)
    await house.control('/settings', { latencyMs: 60 }, 'PUT')
    let letOn: () => void = () => undefined
    const haveLeft = new Promise<void>((done) => (letOn = done))
    let held = 0
    // the first half is sent while they leave; what is in hand after that waits until they have left
    const hold = async () => {
      if ((held += 1) > members.length / 2) await haveLeft
    }
    for (let engines = 0; engines < 2; engines += 1) house.startEngine({ concurrency: 4, connections: 2 }, { hold })
    await until(
      'it is under way',
      () => house.accepted(),
      (sends) => sends.length >= 8,
    )

    const erasure = createMemberErasure(house.database)
    await Promise.all(leaving.map(({ memberId }) => erasure.erase({ memberId }, house.clock.now())))
    const soFar = (await house.accepted()).length
    letOn()
    await until(
      'the notice is over',
      () => noticeRow(house.database, noticeId),
      (row) => row.finishedAt !== null,
    )

    const phones = (await house.accepted()).map(({ phoneId }) => phoneId)
    expect(new Set(phones).size).toBe(phones.length)
    expect(staying.filter(({ phoneId }) => !phones.includes(phoneId))).toEqual([])
    const rows = await deliveriesOf(house.database, noticeId)
    const sent = rows.filter(({ state }) => state === 'sent')
    const skipped = rows.filter(({ state }) => state === 'skipped')
    expect([sent.length, sent.length + skipped.length]).toEqual([phones.length, members.length])
    expect(skipped.length).toBeGreaterThan(0)
    expect(skipped.every(({ reason, memberId, id }) => reason === 'erased' && memberId === id)).toBe(true)
    // Only what was in a worker's hand when they left may still have gone out: two engines, four at once and as many kept.
    const late = (await house.accepted()).slice(soFar).map(({ phoneId }) => phoneId)
    expect(leaving.filter(({ phoneId }) => late.includes(phoneId)).length).toBeLessThanOrEqual(16)
    const names = leaving.flatMap(({ memberId, openid }) => [memberId, openid])
    expect(await tablesHolding(house.database, names)).toEqual([])
  })
})

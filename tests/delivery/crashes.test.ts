import { createEngine, type Ledger } from '../../server/delivery'
import { silentLogger } from '../../server/kernel/logger'
import { createLedger } from '../../server/store/ledger'
import { HOUR_MS } from '../../shared/domain/time'
import { availableDatabases } from '../support/databases'
import { addMember, addNotice, deliveriesOf, noticeRow } from '../support/ledgerRows'
import { PATIENCE_MS } from '../support/until'
import { openHouse, until, type House } from './house'

describe.each(availableDatabases)('processes come and go (%s)', (kind) => {
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

  /** A worker that was last heard of an hour ago. */
  const endLease = (worker: string) =>
    house.database.write((manager) =>
      manager.query('UPDATE worker SET heartbeat_at = heartbeat_at - ? WHERE id = ?', [HOUR_MS, worker]),
    )

  // Fails when `claim` leaves out `FOR UPDATE SKIP LOCKED` and the count of affected rows: members are told twice.
  it('several engines on one ledger tell nobody twice', async () => {
    const members = await house.members(60)
    const notices = [await addNotice(house.database), await addNotice(house.database, { templateId: 'template-a' })]
    for (let index = 0; index < 3; index += 1) house.startEngine({ concurrency: 6, connections: 3, chunk: 9 })
    for (const noticeId of notices) await finished(noticeId)
    const sends = (await house.accepted()).map((send) => send.phoneId)
    expect([...sends].sort()).toEqual(members.map((member) => member.phoneId).sort())
    const rows = (await Promise.all(notices.map((id) => deliveriesOf(house.database, id)))).flat()
    expect(rows.filter((row) => row.state === 'sent')).toHaveLength(60)
    expect(rows.filter((row) => row.reason === 'no_grant')).toHaveLength(60)
  })

  // Fails when `bury` puts `sending` back to `pending`: the member whose send was accepted gets a second one.
  it('a worker dies with sends on the wire: those are unknown, all others go out once', async () => {
    const members = await house.members(20)
    const noticeId = await addNotice(house.database)
    await house.ledger.prepareChunk(noticeId, 100, Date.now())
    const dead = createLedger(house.database)
    const worker = await dead.startWorker()
    const { claims } = await dead.claim(worker, 3, Date.now())
    const job = await dead.job(noticeId)
    // one of the three had reached WeChat when the process died
    const [reached] = claims
    await house.wechat.messenger.send({ openid: reached?.openid ?? '', ...job })
    await endLease(worker)

    house.startEngine()
    await until(
      'the dead worker is buried',
      () => house.states(noticeId),
      (states) => states.unknown === 3,
    )
    await finished(noticeId)
    expect(await house.states(noticeId)).toEqual({ sent: 17, unknown: 3 })
    const sends = (await house.accepted()).map((send) => send.phoneId)
    expect(new Set(sends).size).toBe(sends.length)
    expect(sends).toHaveLength(18)
    expect(members).toHaveLength(20)
  })

  it('WeChat’s sent-event resolves what a dead worker left unknown', async () => {
    await house.members(1)
    const noticeId = await addNotice(house.database)
    await house.ledger.prepareChunk(noticeId, 100, Date.now())
    const worker = await house.ledger.startWorker()
    const { claims } = await house.ledger.claim(worker, 1, Date.now())
    const job = await house.ledger.job(noticeId)
    await house.wechat.messenger.send({ openid: claims[0]?.openid ?? '', ...job })
    await endLease(worker)
    house.startEngine()
    await until(
      'it is unknown',
      () => house.states(noticeId),
      (states) => states.unknown === 1,
    )
    const [accepted] = await house.accepted()
    const event = {
      openid: claims[0]?.openid ?? '',
      templateId: job.templateId,
      msgid: accepted?.msgid ?? '',
      delivered: true,
    }
    expect(await house.ledger.confirm(event, Date.now())).toBe('matched')
    const [row] = await deliveriesOf(house.database, noticeId)
    expect(row).toMatchObject({ state: 'sent', reason: 'confirmed', msgid: accepted?.msgid })
  })

  it('an engine that is asked to stop leaves nothing unknown, and the next one goes on', async () => {
    const members = await house.members(40)
    // so that the last is not sent before the first four are seen
    await house.control('/settings', { latencyMs: 400 }, 'PUT')
    const noticeId = await addNotice(house.database)
    const first = house.startEngine({ concurrency: 12, connections: 3 })
    await until(
      'it is under way',
      () => house.accepted(),
      (sends) => sends.length >= 4,
    )
    await first.stop()
    await house.control('/settings', { latencyMs: 0 }, 'PUT')
    const states = await house.states(noticeId)
    expect(Object.keys(states).sort()).toEqual(['pending', 'sent'])
    expect(states.sent).toBe((await house.accepted()).length)
    house.startEngine()
    await finished(noticeId)
    expect(await house.states(noticeId)).toEqual({ sent: members.length })
    expect(await house.accepted()).toHaveLength(members.length)
  })

  // Fails when the dispatcher does not ask the lease before each send.
  it('a worker that could not renew its lease sends nothing more of what it had marked', async () => {
    for (let index = 0; index < 10; index += 1) await addMember(house.database)
    const noticeId = await addNotice(house.database)
    let frozen = false
    let aheadMs = 0
    let sends = 0
    let answer: () => void = () => undefined
    const ledger = createLedger(house.database)
    const engine = createEngine({
      ledger: {
        ...ledger,
        // like a process that was stopped: its heartbeat stands still while one send hangs
        heartbeat: (worker) => (frozen ? new Promise(() => undefined) : ledger.heartbeat(worker)),
      },
      messenger: {
        send: async () => {
          sends += 1
          frozen = true
          await new Promise<void>((resume) => {
            answer = resume
          })
          return { kind: 'accepted', msgid: null }
        },
      },
      clock: house.clock,
      monotonic: () => performance.now() + aheadMs,
      wakeup: house.wakeup,
      logger: silentLogger,
      settings: { heartbeatMs: 40, pollMs: 50, drainMs: 100, concurrency: 5, connections: 1 },
    })
    engine.start()
    await until(
      'one send hangs',
      () => sends,
      (count) => count === 1,
    )
    aheadMs = HOUR_MS
    expect(engine.status().holdsLease).toBe(false)
    answer()
    await until(
      'the answer is recorded',
      () => house.states(noticeId),
      (states) => (states.sending ?? 0) === 4,
    )
    expect(sends).toBe(1)
    expect(await house.states(noticeId)).toEqual({ sent: 1, sending: 4, pending: 5 })
    // and does not wait for a database that hangs
    await engine.stop()
  })

  it('holds the rate in every second', async () => {
    await house.members(25)
    const noticeId = await addNotice(house.database)
    house.startEngine({ ratePerSecond: 10 })
    await finished(noticeId)
    expect(await house.keptRate(10)).toEqual({ early: 0, tooMany: 0, withoutSlot: 0 })
  })

  /** Six members are told, each once, by an engine whose ledger fails in some way. */
  async function sixAreTold(failing: (ledger: Ledger) => Partial<Ledger>, concurrency: number): Promise<void> {
    await house.members(6)
    const noticeId = await addNotice(house.database)
    const ledger = createLedger(house.database)
    const wechat = house.newWechat(PATIENCE_MS)
    const engine = createEngine({
      ledger: { ...ledger, ...failing(ledger) },
      messenger: wechat.messenger,
      clock: house.clock,
      wakeup: house.wakeup,
      logger: silentLogger,
      settings: { pollMs: 50, concurrency, connections: 2 },
    })
    engine.start()
    await finished(noticeId)
    expect(await house.states(noticeId)).toEqual({ sent: 6 })
    expect(await house.accepted()).toHaveLength(6)
    await engine.stop()
    await wechat.close()
  }

  it('a database that goes away while an outcome is recorded loses nothing', async () => {
    let failures = 0
    await sixAreTold(
      (ledger) => ({
        settle: (...call) => ((failures += 1) <= 3 ? Promise.reject(new Error('gone away')) : ledger.settle(...call)),
      }),
      2,
    )
  })

  it('a claim whose answer got lost on the way back is put back and sent', async () => {
    let lost = 0
    await sixAreTold(
      (ledger) => ({
        claim: async (...call) => {
          const found = await ledger.claim(...call)
          if (found.claims.length > 0 && (lost += 1) === 1) throw new Error('the connection broke after the commit')
          return found
        },
      }),
      4,
    )
  })
})

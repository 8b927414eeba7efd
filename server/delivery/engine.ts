import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { DeliveryReason } from '../../shared/domain/notice'
import { Dispatcher } from './dispatcher'
import { Lease } from './lease'
import { Loop } from './loop'
import { OutcomeRecorder, type Settled } from './outcomes'
import type { Clock, Ledger, Logger, Messenger, NoticeJob, Wakeup } from './ports'
import { DEFAULT_SETTINGS, type EngineSettings } from './settings'

export interface EngineParts {
  ledger: Ledger
  messenger: Messenger
  clock: Clock
  wakeup: Wakeup
  logger: Logger
  settings?: Partial<EngineSettings>
  /** Milliseconds that never jump; the system's by default. */
  monotonic?: () => number
}

export interface EngineStatus {
  worker: string | null
  holdsLease: boolean
  queued: number
  onWire: number
  inHand: number
  pausedForMs: number
  /** True while one delivery at a time is to find out whether WeChat can be reached again. */
  probing: boolean
}

export interface Engine {
  /** Returns at once; work begins as soon as the database answers. */
  start(): void
  /** Starts nothing more, waits for answers still to come and puts back what has not started. */
  stop(): Promise<void>
  status(): EngineStatus
}

/** Which part of `concurrency` makes a commit worth while when there is something to send in the meantime. */
const FULL_GROUP = 1 / 4
/** Where a group is larger than this, no more than one is claimed at once while the wire is idle and waits for it. */
const LARGE_GROUP = 64
const UPKEEP_MS = 10 * 60_000
const SHORTEST_REST_MS = 100
const LAST_BEAT_MS = 1_000

/** Waits for `work`, but no longer than `ms`. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  const deadline = new AbortController()
  await Promise.race([work, wait(ms, undefined, { signal: deadline.signal }).catch(() => undefined)])
  deadline.abort()
}

/** Takes notices from decided to finished: prepare, claim, dispatch, record. Any number may run on one ledger. */
export function createEngine(parts: EngineParts): Engine {
  const { ledger, messenger, clock, wakeup, logger } = parts
  const settings = { ...DEFAULT_SETTINGS, ...parts.settings }
  const monotonic = parts.monotonic ?? (() => performance.now())
  const jobs = new Map<string, NoticeJob>()
  const fullGroup = Math.ceil(settings.concurrency * FULL_GROUP)
  const mostAtOnce = Math.max(fullGroup, LARGE_GROUP)
  let claimInDoubt = false
  let unsubscribe: () => void = () => undefined

  const report = (what: string) => (error: unknown) => logger.error({ err: error }, `${what} failed; it is tried again`)
  const lease = new Lease({ ledger, clock, monotonic, logger, settings })

  const recorder = new OutcomeRecorder(
    async (group) => {
      for (const worker of new Set(group.map((settled) => settled.worker))) {
        const outcomes = group.filter((settled) => settled.worker === worker).map((settled) => settled.outcome)
        const { ignored, paused } = await ledger.settle(worker, outcomes, clock.now())
        for (const noticeId of paused) {
          logger.warn({ noticeId }, 'a notice was paused after a run of errors')
          dispatcher.putBackOf(noticeId)
        }
        if (ignored > 0) logger.info({ worker, ignored }, 'outcomes came after the deliveries had been settled')
      }
    },
    (group: Settled[]) => {
      for (const { claim } of group) dispatcher.recorded(claim)
      sending.poke()
    },
    report('recording outcomes'),
    { size: fullGroup, ms: settings.gatherMs, mayGrow: () => dispatcher.isBusy },
  )

  const halt = async (noticeId: string, reason: DeliveryReason) => {
    if (await ledger.halt(noticeId, reason, clock.now())) logger.warn({ noticeId, reason }, 'a notice was halted')
    preparing.poke()
  }

  const dispatcher = new Dispatcher({
    messenger,
    clock,
    monotonic,
    settings,
    mayTouch: (worker) => worker === lease.worker && lease.holds,
    onOutcome: (worker, claim, outcome) => recorder.add({ worker, claim, outcome }),
    onQuiet: () => recorder.flush(),
    // When this fails the notice runs on, and the next send is told the same.
    onHalt: (noticeId, reason) => void halt(noticeId, reason).catch(report('halting a notice')),
    // When this fails, the next send is told the same.
    onClosed: (until) => void ledger.closeUntil(until).catch(report('closing until tomorrow')),
    onResult: ({ deliveryId }, result) => {
      if (result.kind === 'accepted') return
      const { kind, ...rest } = result
      const level = kind === 'notice_no' || kind === 'uncertain' ? 'warn' : 'debug'
      logger[level]({ deliveryId, kind, ...rest }, 'a send was not accepted')
    },
  })

  const jobOf = async (noticeId: string): Promise<NoticeJob> => {
    const known = jobs.get(noticeId)
    if (known !== undefined) return known
    const job = await ledger.job(noticeId)
    if (jobs.size >= 100) jobs.clear()
    jobs.set(noticeId, job)
    return job
  }

  const leasing = new Loop(async () => {
    const before = lease.worker
    const held = lease.holds
    if (!(await lease.renew())) {
      if (before !== null) dispatcher.drop(before)
      return 0
    }
    if (!held) sending.poke()
    dispatcher.pump()
    await lease.buryDead()
    return settings.heartbeatMs
  }, report('renewing the lease'))

  const preparing = new Loop(async () => {
    await ledger.wakeScheduled(clock.now())
    const noticeId = await ledger.nextToPrepare()
    if (noticeId !== null) {
      const { done } = await ledger.prepareChunk(noticeId, settings.chunk, clock.now())
      if (done) sending.poke()
      return 0
    }
    return (await ledger.sweepStopped(settings.chunk, clock.now())) > 0 ? 0 : settings.pollMs
  }, report('preparing notices'))

  const claimSome = async (worker: string, room: number): Promise<number> => {
    // Until the answer is here, nobody knows whether the rows are marked.
    claimInDoubt = true
    const { claims, passedOver, closedUntil } = await ledger.claim(worker, room, clock.now(), settings.ratePerSecond)
    const claimedAt = monotonic()
    if (closedUntil !== undefined) dispatcher.closeUntil(closedUntil)
    // The words of a notice are read before its deliveries are taken in hand: if that fails, they are put back.
    for (const noticeId of new Set(claims.map((claim) => claim.noticeId))) await jobOf(noticeId)
    for (const claim of claims) dispatcher.take(claim, await jobOf(claim.noticeId), worker, claimedAt)
    claimInDoubt = false
    dispatcher.pump()
    return claims.length + passedOver
  }

  const sending = new Loop(async () => {
    const { worker } = lease
    if (worker === null || !lease.holds) return settings.heartbeatMs
    if (claimInDoubt) {
      const released = await ledger.release(worker, dispatcher.ids(), clock.now())
      claimInDoubt = false
      if (released > 0) logger.info({ worker, released }, 'deliveries whose claim was in doubt were put back')
    }
    const waitMs = dispatcher.waitMs()
    if (waitMs > 0) return Math.min(waitMs, settings.pollMs)
    const room = dispatcher.room()
    if (room === 0 || (room < fullGroup && dispatcher.hasReserve())) return settings.pollMs
    const most = dispatcher.isBusy ? room : Math.min(room, mostAtOnce)
    if ((await claimSome(worker, most)) > 0) return dispatcher.room() > 0 ? 0 : settings.pollMs
    await ledger.finishDone(clock.now())
    const due = await ledger.nextDue(clock.now())
    if (due === null) return settings.pollMs
    wakeup.schedule(Math.max(due, clock.now() + SHORTEST_REST_MS))
    return settings.pollMs
  }, report('claiming deliveries'))

  const upkeep = new Loop(async () => {
    return (await ledger.closeOldUnknown(settings.unknownAgeMs, clock.now())) > 0 ? 0 : UPKEEP_MS
  }, report('closing old unknown deliveries'))

  const finish = async () => {
    await Promise.all([preparing.stop(), sending.stop(), upkeep.stop()])
    await dispatcher.close()
    await recorder.idle()
    const { worker } = lease
    if (worker === null) return
    // Everything in hand is on record, so what is still marked was never taken in hand.
    await ledger.release(worker, [], clock.now())
    await ledger.stopWorker(worker)
    lease.forget()
  }

  return {
    start() {
      unsubscribe = wakeup.subscribe(() => {
        preparing.poke()
        sending.poke()
      })
      for (const loop of [leasing, preparing, sending, upkeep]) loop.start()
    },
    async stop() {
      unsubscribe()
      // A database that hangs must not hang this: whatever is still open then is buried later and becomes unknown.
      await within(settings.drainMs, finish().catch(report('stopping')))
      await within(LAST_BEAT_MS, leasing.stop())
    },
    status: () => ({ worker: lease.worker, holdsLease: lease.holds, ...dispatcher.state() }),
  }
}

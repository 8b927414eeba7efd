import type { DeliveryReason } from '../../shared/domain/notice'
import { Breaker } from './breaker'
import type { Claim, Clock, Messenger, NoticeJob, Outcome, SendResult } from './ports'
import { decide } from './retryPolicy'
import type { EngineSettings } from './settings'

interface Item {
  claim: Claim
  job: NoticeJob
  worker: string
  /** Monotonic milliseconds at which its slot begins; null when no rate holds. */
  slot: number | null
}

/**
 * How late a send may start in its slot. The slots of the ledger are spaced so that no second holds too many when some
 * are so late; what is later goes back and gets another slot.
 */
const SLOT_LATE_MS = 60

interface Parts {
  messenger: Messenger
  clock: Clock
  monotonic: () => number
  settings: EngineSettings
  /** Whether this process may still send what it has claimed. */
  mayTouch: (worker: string) => boolean
  onOutcome: (worker: string, claim: Claim, outcome: Outcome) => void
  onHalt: (noticeId: string, reason: DeliveryReason) => void
  onResult: (claim: Claim, result: SendResult) => void
  /** Nothing is on the wire, and nothing waits for it. */
  onQuiet?: () => void
  /** Nobody may send before this instant. */
  onClosed: (until: number) => void
}

/** A messenger that throws breaks its promise; whether bytes had left by then is not known. */
const brokenPromise = (error: unknown): SendResult => ({
  kind: 'uncertain',
  reason: 'no_answer',
  detail: `the messenger threw: ${String(error)}`,
})

/** Sends what has been claimed: so many at once, so many a second, and nothing while the line is down. */
export class Dispatcher {
  private queue: Item[] = []
  /** Everything that is `sending` for this process: queued, on the wire, or answered and not yet recorded. */
  private readonly inHand = new Map<string, Item>()
  private onWire = 0
  /** Called when the last answer is in. */
  private whenQuiet: (() => void) | null = null
  private readonly halted = new Set<string>()
  private readonly breaker = new Breaker()
  private pacer: NodeJS.Timeout | null = null
  private pausedUntil = 0
  private closed = false

  constructor(private readonly parts: Parts) {}

  /** How many more may be claimed now. */
  room(): number {
    if (this.closed || this.waitMs() > 0) return 0
    if (this.breaker.probing) return Math.max(0, 1 - this.inHand.size)
    return Math.max(0, this.parts.settings.concurrency - this.inHand.size)
  }

  /** Whether there is enough at hand to keep the wire busy for a while. */
  hasReserve(): boolean {
    return this.queue.length * 4 >= this.parts.settings.connections
  }

  /** Whether answers are still to come for what is at hand. */
  get isBusy(): boolean {
    return this.onWire > 0 || this.queue.length > 0
  }

  /** How long nothing may be sent. */
  waitMs(): number {
    return Math.max(this.pausedUntil - this.parts.clock.now(), this.breaker.waitMs(this.parts.monotonic()))
  }

  /** `claimedAt`: monotonic milliseconds at which the claim was answered. */
  take(claim: Claim, job: NoticeJob, worker: string, claimedAt: number): void {
    const slot = claim.startsInMs === undefined ? null : claimedAt + claim.startsInMs
    const item = { claim, job, worker, slot }
    this.inHand.set(claim.deliveryId, item)
    this.queue.push(item)
  }

  /** Starts as many of the queued sends as may start. */
  pump(): void {
    if (this.closed || this.waitMs() > 0) return this.putBack(() => true)
    while (this.queue.length > 0 && this.onWire < this.parts.settings.connections) {
      const item = this.queue[0]
      // Held, not put back: whether the rows are still this worker's is for the next heartbeat to say.
      if (item === undefined || !this.parts.mayTouch(item.worker)) return
      if (this.halted.has(item.claim.noticeId)) {
        this.putBackOf(item.claim.noticeId)
        continue
      }
      const waitMs = item.slot === null ? 0 : item.slot - this.parts.monotonic()
      if (waitMs > 0) return this.pumpIn(waitMs)
      this.queue.shift()
      this.onWire += 1
      void this.run(item)
    }
  }

  /** The outcome of this claim is on record. The same delivery may have been claimed anew in the meantime. */
  recorded(claim: Claim): void {
    if (this.inHand.get(claim.deliveryId)?.claim === claim) this.inHand.delete(claim.deliveryId)
  }

  /** The worker was buried: what it had not started must not be sent any more. */
  drop(worker: string): void {
    for (const item of this.queue) if (item.worker === worker) this.inHand.delete(item.claim.deliveryId)
    this.queue = this.queue.filter((item) => item.worker !== worker)
  }

  ids(): string[] {
    return [...this.inHand.keys()]
  }

  /** Starts nothing more, puts back what has not started and waits for the answers still to come. */
  async close(): Promise<void> {
    this.closed = true
    if (this.pacer !== null) clearTimeout(this.pacer)
    this.putBack(() => true)
    if (this.onWire > 0) await new Promise<void>((resolve) => (this.whenQuiet = resolve))
  }

  state() {
    return {
      queued: this.queue.length,
      onWire: this.onWire,
      inHand: this.inHand.size,
      pausedForMs: Math.max(0, this.waitMs()),
      probing: this.breaker.probing,
    }
  }

  /** Puts back what has not started of a notice that was paused. */
  putBackOf(noticeId: string): void {
    this.putBack(({ claim }) => claim.noticeId === noticeId)
  }

  /** Nothing is sent before this instant. */
  closeUntil(until: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, until)
  }

  private async run(item: Item): Promise<void> {
    try {
      await (item.slot === null ? this.send(item) : this.sendInSlot(item, item.slot))
    } finally {
      this.onWire -= 1
      if (this.onWire === 0) this.whenQuiet?.()
      if (!this.isBusy) this.parts.onQuiet?.()
      this.pump()
    }
  }

  private async sendInSlot(item: Item, slot: number): Promise<void> {
    const { messenger, monotonic, mayTouch } = this.parts
    await messenger.ready?.()
    const isLate = monotonic() - slot > SLOT_LATE_MS
    if (!isLate && mayTouch(item.worker)) return this.send(item)
    this.giveBack([item])
  }

  private async send({ claim, job, worker, slot }: Item): Promise<void> {
    const { messenger, clock, monotonic, onOutcome, onHalt, onResult, onClosed } = this.parts
    const { openid, deliveryId, used } = claim
    const { templateId, values, page } = job
    let result: SendResult
    try {
      result = await messenger.send({ openid, templateId, values, page, again: slot === null })
    } catch (error) {
      result = brokenPromise(error)
    }
    this.breaker.record(result, monotonic())
    onResult(claim, result)
    const { outcome, halt, pauseUntil } = decide(deliveryId, result, used, clock.now())
    if (pauseUntil !== null && pauseUntil > this.pausedUntil) {
      this.closeUntil(pauseUntil)
      onClosed(pauseUntil)
    }
    if (halt !== null && !this.halted.has(claim.noticeId)) {
      this.halted.add(claim.noticeId)
      this.putBackOf(claim.noticeId)
      onHalt(claim.noticeId, halt)
    }
    onOutcome(worker, claim, outcome)
  }

  private putBack(which: (item: Item) => boolean): void {
    if (this.queue.length === 0) return
    const back = this.queue.filter((item) => which(item) && this.parts.mayTouch(item.worker))
    if (back.length === 0) return
    this.queue = this.queue.filter((item) => !back.includes(item))
    this.giveBack(back)
  }

  /** Certainly not sent, and free to be claimed again. */
  private giveBack(back: Item[]): void {
    for (const { claim, worker } of back) {
      this.parts.onOutcome(worker, claim, { deliveryId: claim.deliveryId, to: 'pending', notBefore: 0, spend: null })
    }
  }

  private pumpIn(waitMs: number): void {
    this.pacer ??= setTimeout(() => {
      this.pacer = null
      this.pump()
    }, Math.ceil(waitMs))
  }
}

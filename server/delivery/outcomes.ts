import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Claim, Outcome } from './ports'

export interface Settled {
  worker: string
  claim: Claim
  outcome: Outcome
}

/** A group is full when so many are waiting, or when the first of them has waited so long. */
export interface Gathering {
  size: number
  ms: number
  /** False when no further answer is on its way: then nothing is waited for. */
  mayGrow?: () => boolean
}

const AT_ONCE: Gathering = { size: 1, ms: 0 }
const FIRST_RETRY_MS = 100
const LONGEST_RETRY_MS = 5_000

/**
 * Records outcomes in groups: what comes in while one group is being committed is the next group. An outcome is never
 * dropped: while the database is away it is tried again and again.
 */
export class OutcomeRecorder {
  private waiting: Settled[] = []
  private running: Promise<void> | null = null
  /** Ends the gathering of a group. */
  private full: (() => void) | null = null
  private hurried = false

  constructor(
    private readonly save: (group: Settled[]) => Promise<void>,
    private readonly onSaved: (group: Settled[]) => void,
    private readonly onFailure: (error: unknown) => void,
    private readonly gathering: Gathering = AT_ONCE,
  ) {}

  add(settled: Settled): void {
    this.waiting.push(settled)
    if (this.waiting.length >= this.gathering.size) this.full?.()
    this.running ??= this.run().finally(() => {
      this.running = null
    })
  }

  /** No further answer is on its way. */
  flush(): void {
    this.full?.()
  }

  /** Returns when everything that was added has been recorded. */
  async idle(): Promise<void> {
    this.hurried = true
    this.full?.()
    while (this.running !== null) await this.running
  }

  private gather(): Promise<void> {
    const { size, ms, mayGrow } = this.gathering
    if (ms === 0 || this.hurried || this.waiting.length >= size || mayGrow?.() === false) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.full?.(), ms)
      this.full = () => {
        clearTimeout(timer)
        this.full = null
        // A commit may hold the thread: what answered in the same turn is to have its connection in use before it.
        setImmediate(resolve)
      }
    })
  }

  private async run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS
    // Answers that arrived together are recorded together.
    await nextTurn()
    while (this.waiting.length > 0) {
      await this.gather()
      const group = this.waiting
      this.waiting = []
      try {
        await this.save(group)
        retryMs = FIRST_RETRY_MS
      } catch (error) {
        this.onFailure(error)
        this.waiting = [...group, ...this.waiting]
        await wait(retryMs)
        retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2)
        continue
      }
      this.onSaved(group)
    }
  }
}

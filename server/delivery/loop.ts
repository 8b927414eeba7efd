import { setImmediate as nextTurn } from 'node:timers/promises'

const AFTER_FAILURE_MS = 1_000

/**
 * Runs a step again and again. A step returns how many milliseconds to wait before the next one, or null to wait for a
 * poke. A poke during a step makes the next one follow at once. A step that throws is reported and tried again.
 */
export class Loop {
  private poked = false
  private stopping = false
  private wake: (() => void) | null = null
  private running: Promise<void> | null = null

  constructor(
    private readonly step: () => Promise<number | null>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  start(): void {
    this.running ??= this.run()
  }

  poke(): void {
    this.poked = true
    this.wake?.()
  }

  /** Returns when the step that is running has ended. */
  async stop(): Promise<void> {
    this.stopping = true
    this.wake?.()
    await this.running
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.poked = false
      let wait: number | null
      try {
        wait = await this.step()
      } catch (error) {
        this.onFailure(error)
        wait = AFTER_FAILURE_MS
        // A failed step is not to be repeated at once by a poke that came meanwhile.
        this.poked = false
      }
      // Timers and requests get their turn between any two steps, so that reads stay served.
      await nextTurn()
      if (wait === 0) continue
      await this.rest(wait)
      // Who wakes it is often in the middle of a turn's answers: they go before a step that may hold the thread.
      await nextTurn()
    }
  }

  private rest(wait: number | null): Promise<void> {
    if (this.poked || this.stopping) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = wait === null ? null : setTimeout(() => this.wake?.(), wait)
      this.wake = () => {
        if (timer !== null) clearTimeout(timer)
        this.wake = null
        resolve()
      }
    })
  }
}

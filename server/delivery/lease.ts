import type { Clock, Ledger, Logger, StaleWorker } from './ports'
import type { EngineSettings } from './settings'

interface Parts {
  ledger: Ledger
  clock: Clock
  /** Milliseconds that never jump: a wrong or moved clock must not make a lease look longer. */
  monotonic: () => number
  logger: Logger
  settings: EngineSettings
}

/** This process's right to send what it has claimed, and its eye on workers that have lost theirs. */
export class Lease {
  private id: string | null = null
  private validUntil = -Infinity
  private readonly suspects = new Map<string, StaleWorker & { since: number }>()

  constructor(private readonly parts: Parts) {}

  get worker(): string | null {
    return this.id
  }

  /** True while nobody can have buried this worker. */
  get holds(): boolean {
    return this.id !== null && this.parts.monotonic() < this.validUntil
  }

  /** Starts or renews. Returns false when the worker has been buried: what it had claimed is no longer its own. */
  async renew(): Promise<boolean> {
    const { ledger, monotonic, settings, logger } = this.parts
    const askedAt = monotonic()
    if (this.id === null) {
      this.id = await ledger.startWorker()
    } else if (!(await ledger.heartbeat(this.id))) {
      logger.warn({ worker: this.id }, 'this worker was declared dead; what it had marked stays unknown')
      this.forget()
      return false
    }
    // Counted from before the question, and ending early: the database may bury only later than that.
    this.validUntil = askedAt + settings.leaseMs * 0.75
    return true
  }

  forget(): void {
    this.id = null
    this.validUntil = -Infinity
  }

  /**
   * Buries workers whose lease has run out. One look is not enough: when the database's clock jumps, every living
   * worker looks stale until its next heartbeat, so a suspect must stay still for two of them.
   */
  async buryDead(): Promise<void> {
    const { ledger, clock, monotonic, logger, settings } = this.parts
    const stale = await ledger.staleWorkers(settings.leaseMs)
    const seen = new Set(stale.map((worker) => worker.id))
    for (const id of this.suspects.keys()) if (!seen.has(id)) this.suspects.delete(id)
    for (const worker of stale) {
      const suspect = this.suspects.get(worker.id)
      if (suspect === undefined || suspect.heartbeatAt !== worker.heartbeatAt) {
        this.suspects.set(worker.id, { ...worker, since: monotonic() })
      } else if (monotonic() - suspect.since >= settings.heartbeatMs * 2) {
        const unknown = await ledger.bury(worker, clock.now())
        this.suspects.delete(worker.id)
        logger.warn({ worker: worker.id, unknown }, 'a worker died; what it was sending is unknown')
      }
    }
  }
}

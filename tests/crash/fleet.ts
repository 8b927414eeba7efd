import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { bundled, root } from './bundle'
import { lifeOf, readTrace, type Life, type TraceLine } from './trace'
import type { Moment, Order, WorkerSetup } from './worker/orders'

export type FleetSetup = Omit<WorkerSetup, 'traceFile' | 'clockOffsetMs' | 'first'> & {
  /** By the place of a worker, for those whose clock is wrong. */
  clockOffsets?: number[]
}

export interface Worker {
  place: number
  child: ChildProcess
  traceFile: string
  startedAt: number
  /** Killed by SIGKILL, whoever sent it. */
  killed: boolean
  /** Resolves once it has ended, with its exit code (null after a signal). */
  ended: Promise<number | null>
  tell(order: Order): void
}

/** Worker processes of one run, each in its place; whoever ends is replaced only when the run says so. */
export class Fleet {
  readonly workers: Worker[] = []
  /** Every process there ever was. */
  readonly all: Worker[] = []

  constructor(
    private readonly folder: string,
    private readonly setup: FleetSetup,
  ) {}

  async start(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, (_, place) => this.startIn(place)))
  }

  /** Resolves once the worker's engine has been started. */
  async startIn(place: number, first: Order | null = null): Promise<Worker> {
    const { clockOffsets = [], ...setup } = this.setup
    const traceFile = join(this.folder, `trace-${this.all.length}-${place}.log`)
    const program = await bundled('worker')
    const orders: WorkerSetup = { ...setup, traceFile, clockOffsetMs: clockOffsets[place] ?? 0, first }
    const child = fork(program, {
      cwd: root,
      env: { PATH: process.env.PATH, CRASH_WORKER: JSON.stringify(orders) },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const worker: Worker = {
      place,
      child,
      traceFile,
      startedAt: Date.now(),
      killed: false,
      ended: once(child, 'exit').then(([code, signal]) => {
        if (signal === 'SIGKILL') worker.killed = true
        return code as number | null
      }),
      // it may be dying at this very moment
      tell: (order) => void (child.connected && child.send(order, () => undefined)),
    }
    this.workers[place] = worker
    this.all.push(worker)
    const early = worker.ended.then((code) => {
      // it may have died as it was told to before it could say that it is ready
      if (!worker.killed) throw new Error(`a worker ended with ${code} before it was ready`)
    })
    await Promise.race([once(child, 'message'), early])
    early.catch(() => undefined)
    return worker
  }

  /** Starts a worker that is to die at a moment, and resolves once it is dead. */
  async startToDie(place: number, moment: Moment, nth: number, patienceMs: number): Promise<void> {
    const worker = await this.startIn(place, { kind: 'die_at', moment, nth })
    const impatient = setTimeout(() => worker.child.kill('SIGKILL'), patienceMs)
    await worker.ended
    clearTimeout(impatient)
  }

  /** Ends a worker at the `nth` such moment, or from outside when that does not come; resolves once it is dead. */
  async killAt(worker: Worker, moment: Moment, nth: number, patienceMs: number): Promise<void> {
    worker.tell({ kind: 'die_at', moment, nth })
    const impatient = setTimeout(() => worker.child.kill('SIGKILL'), patienceMs)
    await worker.ended
    clearTimeout(impatient)
  }

  async kill(worker: Worker): Promise<void> {
    worker.child.kill('SIGKILL')
    await worker.ended
  }

  /** Asks everyone to stop; their exit codes. */
  async stop(): Promise<(number | null)[]> {
    for (const { child } of this.workers) child.kill('SIGTERM')
    return Promise.all(this.workers.map(({ ended }) => ended))
  }

  async killAll(): Promise<void> {
    for (const { child } of this.all) if (child.exitCode === null) child.kill('SIGKILL')
    await Promise.all(this.all.map(({ ended }) => ended))
  }

  lives(): { worker: Worker; lines: TraceLine[]; life: Life }[] {
    return this.all.map((worker) => {
      const lines = readTrace(worker.traceFile)
      return { worker, lines, life: lifeOf(lines) }
    })
  }
}

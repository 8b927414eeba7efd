import { openSync, writeSync } from 'node:fs'
import { traceLine, type TraceKind } from '../trace'
import type { Moment } from './orders'

/** Writes down what happens, and ends the process at the moment that the run ordered. */
export class Moments {
  private readonly file: number
  private armed: { moment: Moment; left: number } | null = null

  constructor(traceFile: string) {
    this.file = openSync(traceFile, 'a')
  }

  write(kind: TraceKind, subject: string, detail?: string): void {
    writeSync(this.file, traceLine(kind, subject, detail))
  }

  arm(moment: Moment, nth: number): void {
    this.armed = { moment, left: nth }
  }

  disarm(): void {
    this.armed = null
  }

  /** SIGKILL, not `exit`: no handler runs, nothing is flushed, sockets are closed by the system. */
  pass(moment: Moment): void {
    if (this.armed?.moment !== moment) return
    this.armed.left -= 1
    if (this.armed.left > 0) return
    this.write('died', moment)
    process.kill(process.pid, 'SIGKILL')
  }
}

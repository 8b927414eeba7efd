import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { AcceptedSend } from './acceptedLog'
import type { Phone } from './phones'
import type { TokenState } from './tokens'

const QUIET_MS = 1000

export interface SandboxState {
  phones: Phone[]
  tokens: TokenState
  accepted: AcceptedSend[]
}

/** Keeps the stand-in's state over a restart: written whole, a moment after it changed, under another name first. */
export class Snapshot {
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly file: string | undefined,
    private readonly take: () => SandboxState,
  ) {}

  /** What was kept, or null when there is nothing or it cannot be read: the stand-in then begins anew. */
  read(): SandboxState | null {
    if (this.file === undefined || !existsSync(this.file)) return null
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as SandboxState
    } catch {
      return null
    }
  }

  changed = (): void => {
    if (this.file === undefined || this.timer !== null) return
    this.timer = setTimeout(() => this.write(), QUIET_MS)
    this.timer.unref()
  }

  /** Writes at once what is still to be written. */
  flush(): void {
    if (this.timer === null) return
    clearTimeout(this.timer)
    this.write()
  }

  private write(): void {
    this.timer = null
    if (this.file === undefined) return
    mkdirSync(dirname(this.file), { recursive: true })
    writeFileSync(`${this.file}.new`, JSON.stringify(this.take()))
    renameSync(`${this.file}.new`, this.file)
  }
}

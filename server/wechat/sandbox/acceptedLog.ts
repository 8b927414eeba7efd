import { open, type FileHandle } from 'node:fs/promises'

/** A send that WeChat took: from here on the member has the notice. */
export interface AcceptedSend {
  seq: number
  msgid: string
  openid: string
  phoneId: string
  templateId: string
  page: string
  values: Record<string, string>
  /** ISO 8601 */
  at: string
}

const KEPT_IN_MEMORY = 20_000

/**
 * What was accepted, in order. With a file, a line is on the disk before `add` resolves, so that a crash of anything
 * leaves a list to compare with; lines that wait together share one fsync.
 */
export class AcceptedLog {
  private readonly recent: AcceptedSend[] = []
  private seq = 0
  private file: Promise<FileHandle> | null = null
  private waiting: { line: string; done: () => void; failed: (error: unknown) => void }[] = []
  private writing: Promise<void> | null = null

  constructor(path?: string) {
    if (path !== undefined) this.file = open(path, 'a')
  }

  async add(send: Omit<AcceptedSend, 'seq'>): Promise<void> {
    this.seq += 1
    const entry = { seq: this.seq, ...send }
    this.recent.push(entry)
    if (this.recent.length > KEPT_IN_MEMORY) this.recent.shift()
    if (this.file === null) return
    await new Promise<void>((done, failed) => {
      this.waiting.push({ line: `${JSON.stringify(entry)}\n`, done, failed })
      this.writing ??= this.drain().finally(() => (this.writing = null))
    })
  }

  get total(): number {
    return this.seq
  }

  after(seq: number, limit: number): AcceptedSend[] {
    return this.recent.filter((send) => send.seq > seq).slice(0, limit)
  }

  restore(sends: AcceptedSend[]): void {
    this.recent.push(...sends)
    this.seq = sends.at(-1)?.seq ?? 0
  }

  latest = (count: number): AcceptedSend[] => this.recent.slice(-count)

  async close(): Promise<void> {
    await this.writing
    const file = this.file
    this.file = null
    await (await file)?.close()
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting
      this.waiting = []
      try {
        const file = (await this.file) as FileHandle
        await file.appendFile(group.map(({ line }) => line).join(''))
        await file.datasync()
        for (const { done } of group) done()
      } catch (error) {
        for (const { failed } of group) failed(error)
      }
    }
  }
}

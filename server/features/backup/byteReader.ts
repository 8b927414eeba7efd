import { AppError } from '../../kernel/errors'

const NEW_LINE = 10

/** Reads lines and counted bytes from a stream, holding no more of it than the one asked for. */
export class ByteReader {
  private readonly source: AsyncIterator<Buffer>
  private held: Buffer[] = []
  private length = 0

  /** `onRead` is given everything that was handed out, in order. */
  constructor(
    bytes: AsyncIterable<Buffer>,
    private readonly onRead: (bytes: Buffer) => void,
  ) {
    this.source = bytes[Symbol.asyncIterator]()
  }

  private async more(): Promise<boolean> {
    const next = await this.source.next()
    if (next.done === true) return false
    this.held.push(next.value)
    this.length += next.value.length
    return true
  }

  private take(count: number): Buffer {
    const [first] = this.held
    // most lines lie within one chunk: no copy of it then
    const all = this.held.length === 1 && first !== undefined ? first : Buffer.concat(this.held)
    const rest = all.subarray(count)
    this.held = rest.length > 0 ? [rest] : []
    this.length = rest.length
    return all.subarray(0, count)
  }

  /** Without its end; null when nothing is left. `isCounted`: told to `onRead`. */
  async line(longest: number, isCounted: (line: Buffer) => boolean = () => true): Promise<Buffer | null> {
    let before = 0
    let looked = 0
    for (;;) {
      for (; looked < this.held.length; looked += 1) {
        const chunk = this.held[looked] ?? Buffer.alloc(0)
        const at = chunk.indexOf(NEW_LINE)
        if (at >= 0) {
          const line = this.take(before + at + 1)
          if (isCounted(line)) this.onRead(line)
          return line.subarray(0, -1)
        }
        before += chunk.length
      }
      if (before > longest) throw new AppError('backup_damaged')
      if (!(await this.more())) {
        if (this.length > 0) throw new AppError('backup_damaged')
        return null
      }
    }
  }

  async bytes(count: number): Promise<Buffer> {
    while (this.length < count) if (!(await this.more())) throw new AppError('backup_damaged')
    const taken = this.take(count)
    this.onRead(taken)
    return taken
  }
}

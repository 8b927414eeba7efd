/**
 * A limit on how many sends start within any second, wherever that second is laid. Times are monotonic milliseconds.
 */
export class Pace {
  private readonly starts: number[] = []
  private next = 0

  constructor(private readonly ratePerSecond: number | null) {}

  /** 0 when a send may start now (it then counts as started), else how long to wait. */
  take(now: number): number {
    const rate = this.ratePerSecond
    if (rate === null) return 0
    const oldest = this.starts[this.next]
    if (oldest !== undefined && now - oldest < 1_000) return 1_000 - (now - oldest)
    this.starts[this.next] = now
    this.next = (this.next + 1) % rate
    return 0
  }
}

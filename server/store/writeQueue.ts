/** Runs jobs one after another, in the order in which they came. A job's failure is its caller's alone. */
export class WriteQueue {
  private tail: Promise<unknown> = Promise.resolve()

  add<T>(job: () => Promise<T>): Promise<T> {
    const result = this.tail.then(job)
    this.tail = result.catch(() => undefined)
    return result
  }

  async idle(): Promise<void> {
    await this.tail
  }
}

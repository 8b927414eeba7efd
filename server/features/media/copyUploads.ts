import type { Uploads } from './ports'

const AT_ONCE = 8

export interface Copied {
  copied: number
  /** There already, whole. */
  passedOver: number
}

/**
 * Copies what one place holds to another. What is there already in its whole size is passed over, so that a run that was
 * broken off goes on where it was; nothing is removed.
 */
export async function copyUploads(
  from: Uploads,
  to: Uploads,
  onProgress: (done: Copied) => void = () => undefined,
): Promise<Copied> {
  const there = new Map<string, number>()
  for await (const { file, bytes } of to.list()) there.set(file, bytes)
  const done = { copied: 0, passedOver: 0 }
  const files = from.list()[Symbol.asyncIterator]()

  async function work(): Promise<void> {
    for (;;) {
      const next = await files.next()
      if (next.done === true) return
      const { file, bytes } = next.value
      if (there.get(file) === bytes) done.passedOver += 1
      else {
        const content = await from.read(file)
        if (content !== null) await to.keep(file, content)
        done.copied += 1
      }
      onProgress(done)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return done
}

/** Somebody on screen who waits for readings, such as a page; when it leaves, what only it wanted is given up. */
export interface Reader {
  leave(): void
}

interface Reading {
  answer: Promise<unknown>
  wantedBy: Set<Reader | null>
  stop: () => void
}

const underway = new Map<string, Reading>()
let current: Reader | null = null

export function newReader(): Reader {
  const reader: Reader = {
    leave() {
      for (const [name, reading] of underway) {
        if (!reading.wantedBy.delete(reader) || reading.wantedBy.size > 0) continue
        underway.delete(name)
        reading.stop()
      }
    },
  }
  return reader
}

/** Whatever `read` asks for before it first waits is asked on behalf of `reader`. */
export function readFor<T>(reader: Reader, read: () => Promise<T>): Promise<T> {
  const before = current
  current = reader
  try {
    return read()
  } finally {
    current = before
  }
}

/**
 * One reading at a time of each name: who asks while it is underway gets the same answer. Asked for by nobody in
 * particular, it is never given up.
 */
export function shareReading<T>(name: string, start: (onStop: (stop: () => void) => void) => Promise<T>): Promise<T> {
  const known = underway.get(name)
  if (known) {
    known.wantedBy.add(current)
    return known.answer as Promise<T>
  }
  const reading: Reading = { answer: Promise.resolve(), wantedBy: new Set([current]), stop: () => undefined }
  underway.set(name, reading)
  const answer = start((stop) => (reading.stop = stop)).finally(() => {
    if (underway.get(name) === reading) underway.delete(name)
  })
  reading.answer = answer
  return answer
}

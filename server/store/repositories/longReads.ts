const SHORT_MS = 500
const SHARE = 20
const MOST = 500

interface Known {
  value: unknown
  freshUntil: number
}

/**
 * Keeps reads over very many rows from piling up: who asks while one is under way gets its answer, and a read that took
 * long is not made again before twenty times as long has passed. What is quick is always read anew.
 */
export function createLongReads(now: () => number = () => performance.now()) {
  const underWay = new Map<string, Promise<unknown>>()
  const known = new Map<string, Known>()

  const run = async (key: string, read: () => Promise<unknown>): Promise<unknown> => {
    const begun = now()
    try {
      const value = await read()
      const took = now() - begun
      known.delete(key)
      if (took > SHORT_MS) known.set(key, { value, freshUntil: now() + took * SHARE })
      // The oldest goes first: a map keeps the order in which keys came.
      for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest)
      return value
    } finally {
      underWay.delete(key)
    }
  }

  return function read<T>(key: string, work: () => Promise<T>): Promise<T> {
    const kept = known.get(key)
    if (kept !== undefined && now() < kept.freshUntil) return Promise.resolve(kept.value as T)
    const waiting = underWay.get(key)
    if (waiting !== undefined) return waiting as Promise<T>
    const running = run(key, work)
    underWay.set(key, running)
    return running as Promise<T>
  }
}

export type LongReads = ReturnType<typeof createLongReads>

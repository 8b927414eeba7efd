import { setTimeout as wait } from 'node:timers/promises'

/** Asks again and again until the answer is right; fails with the last answer after `patienceMs`. */
export async function until<T>(ask: () => Promise<T>, isRight: (value: T) => boolean, patienceMs = 10_000): Promise<T> {
  const end = Date.now() + patienceMs
  for (;;) {
    const value = await ask()
    if (isRight(value)) return value
    if (Date.now() > end) throw new Error(`still not so after ${patienceMs} ms: ${JSON.stringify(value)}`)
    await wait(25)
  }
}

import { setTimeout as wait } from 'node:timers/promises'

/** What only a hang takes, however slow and busy the machine is. */
export const PATIENCE_MS = 60_000

/** Asks again and again until the answer is right; fails with the last answer when that never comes. */
export async function until<T>(
  ask: () => T | Promise<T>,
  isRight: (value: T) => boolean,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs
  for (;;) {
    const value = await ask()
    if (isRight(value)) return value
    if (Date.now() > end) throw new Error(`still not so after ${patienceMs} ms: ${JSON.stringify(value)}`)
    await wait(25)
  }
}

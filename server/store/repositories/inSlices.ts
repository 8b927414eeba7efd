import { setImmediate as nextTurn } from 'node:timers/promises'

/** SQLite answers on the thread that serves everybody: no single query may walk through more rows than this. */
export const SLICE = 10_000

/**
 * Calls `take` for one slice after the other, with where the last one ended; it returns where this one ends, or null
 * when there are no more. Everybody else gets a turn in between.
 */
export async function inSlices(take: (after: string) => Promise<string | null>): Promise<void> {
  let after: string | null = ''
  for (;;) {
    after = await take(after)
    if (after === null) return
    await nextTurn()
  }
}

import { until } from './until'

/** How long another process may still show what was just taken away. */
const PROMISED_MS = 1_000

/**
 * Asks until nothing of it is shown any more, and says when those asked who were shown it although they asked later than
 * promised: in ms since this was called, right after it was taken away. Holds on a machine of any speed: what counts is
 * when one asked, not when the answer came.
 */
export async function shownTooLate(isShown: () => Promise<boolean>): Promise<number[]> {
  const takenAway = performance.now()
  const late: number[] = []
  await until(
    async () => {
      const asked = performance.now() - takenAway
      const shown = await isShown()
      if (shown && asked >= PROMISED_MS) late.push(Math.round(asked))
      return shown
    },
    (shown) => !shown,
  )
  return late
}

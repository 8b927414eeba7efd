/**
 * Below this a difference is the phone's own business: it tells nothing wrong about an event, and an answer that lay in
 * a cache for a moment is off by as much.
 */
const TOLERANCE_MS = 120_000

let offset = 0

/** Hears the `Date` of an answer, so that a phone with a wrong clock still tells what is open, on now and over. */
export function hearServerDate(date: unknown, heardAt = Date.now()): void {
  const told = typeof date === 'string' ? Date.parse(date) : NaN
  if (Number.isNaN(told)) return
  const difference = told - heardAt
  offset = Math.abs(difference) > TOLERANCE_MS ? difference : 0
}

/** Milliseconds since the epoch: the phone's clock, put right by the server's. */
export const clockNow = (): number => Date.now() + offset

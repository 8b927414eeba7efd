import type { Event } from '../../../shared/contract'

/** What a member has been shown of an event, so that a later change can be told from it. */
export interface SeenEvent {
  id: string
  startsAt: string
  endsAt: string
  venue: string
  /** Whether an entry with these times was put into the phone's calendar. */
  inCalendar: boolean
}

/** More events than a member follows at once; beyond it the oldest go. */
export const SEEN_LIMIT = 60

export interface Change {
  timeBefore: { startsAt: string; endsAt: string } | null
  venueBefore: string | null
  inCalendar: boolean
}

const isSeen = (value: unknown): value is SeenEvent =>
  typeof value === 'object' && value !== null && 'id' in value && 'startsAt' in value && 'venue' in value

/** What was kept on the phone, whatever became of it there. */
export const readSeen = (kept: unknown): SeenEvent[] => (Array.isArray(kept) ? kept.filter(isSeen) : [])

/** Writes down what a member is shown the first time; later showings leave it, until `accept`. */
export const remember = (seen: SeenEvent[], id: string, event: Event): SeenEvent[] =>
  seen.some((one) => one.id === id) ? seen : accept(seen, id, event)

/** The member knows the event as it is now. */
export function accept(seen: SeenEvent[], id: string, event: Event, inCalendar = false): SeenEvent[] {
  const { startsAt, endsAt, venue } = event
  return [...seen.filter((one) => one.id !== id), { id, startsAt, endsAt, venue, inCalendar }].slice(-SEEN_LIMIT)
}

/** What is different from what the member was shown; null when nothing is, or nothing was shown. */
export function changeOf(seen: SeenEvent[], id: string, event: Event): Change | null {
  const before = seen.find((one) => one.id === id)
  if (!before) return null
  const moved = before.startsAt !== event.startsAt || before.endsAt !== event.endsAt
  const elsewhere = before.venue !== event.venue
  if (!moved && !elsewhere) return null
  const { startsAt, endsAt, venue, inCalendar } = before
  return { timeBefore: moved ? { startsAt, endsAt } : null, venueBefore: elsewhere ? venue : null, inCalendar }
}

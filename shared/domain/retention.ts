/**
 * How long what hangs on a member is kept at most, in days. The privacy page says these numbers, so an operator may
 * shorten them and never lengthen them.
 */
export const RETENTION_DAYS = {
  /** A season's events and the one after it: long enough to check a count that a member doubts. */
  answers: 365,
  /** From the end of a notice and of its event. The yearly report is written from them; afterwards counts are enough. */
  deliveries: 365,
  /** After the event: one that is put off by a few days keeps its choices. */
  eventChoices: 7,
  /** WeChat tells an event again within a minute; what is signed more than five minutes ago is refused anyway. */
  callbacks: 1,
} as const

/** Below this a sent-event may still be on its way, and staff may still settle what is unknown. */
export const SHORTEST_RETENTION_DAYS = 30

/** What staff decided about an event; the rest of its state follows from the clock. */
export const EVENT_DECISIONS = ['scheduled', 'cancelled'] as const
export type EventDecision = (typeof EVENT_DECISIONS)[number]

export type EventState = 'upcoming' | 'closed' | 'on_now' | 'ended' | 'cancelled'

export interface EventTimes {
  startsAt: number
  endsAt: number
  signupDeadline: number | null
  decision: EventDecision
}

/** `closed`: sign-up is over and the event has not begun. The start belongs to the event, the end does not. */
export function eventState(event: EventTimes, now: number): EventState {
  if (event.decision === 'cancelled') return 'cancelled'
  if (now >= event.endsAt) return 'ended'
  if (now >= event.startsAt) return 'on_now'
  if (event.signupDeadline !== null && now > event.signupDeadline) return 'closed'
  return 'upcoming'
}

export type EventTimesProblem = { field: 'endsAt' | 'signupDeadline'; code: 'ends_before_start' | 'deadline_after_end' }

export function checkEventTimes(
  event: Pick<EventTimes, 'startsAt' | 'endsAt' | 'signupDeadline'>,
): EventTimesProblem[] {
  const problems: EventTimesProblem[] = []
  if (event.endsAt <= event.startsAt) problems.push({ field: 'endsAt', code: 'ends_before_start' })
  if (event.signupDeadline !== null && event.signupDeadline > Math.max(event.endsAt, event.startsAt)) {
    problems.push({ field: 'signupDeadline', code: 'deadline_after_end' })
  }
  return problems
}

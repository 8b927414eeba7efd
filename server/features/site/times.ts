import type { Event } from '../../../shared/contract'
import { eventState, type EventState } from '../../../shared/domain/event'
import { SHANGHAI_OFFSET_MS } from '../../../shared/domain/time'

/** `2026-12-05T14:00:00+08:00`: an instant as it is read on a clock in Zhuhai. */
export const shanghaiTime = (instant: number): string =>
  new Date(instant + SHANGHAI_OFFSET_MS).toISOString().replace(/\.\d{3}Z$/, '+08:00')

export interface EventTimes {
  startsAt: number
  endsAt: number
  signupDeadline: number | null
  state: EventState
}

export function timesOf({ startsAt, endsAt, signupDeadline, decision }: Event, now: number): EventTimes {
  const deadline = signupDeadline === null ? null : Date.parse(signupDeadline)
  const times = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), signupDeadline: deadline }
  return { ...times, state: eventState({ ...times, decision }, now) }
}

/** When a page about an event last became another one by the clock alone; null: not yet, or it is no event. */
export function lastTurn(event: Event | null, now: number): number | null {
  if (event === null) return null
  const { startsAt, endsAt, signupDeadline } = timesOf(event, now)
  // Sign-up is over once its last millisecond is.
  const turns = [startsAt, endsAt, ...(signupDeadline === null ? [] : [signupDeadline + 1])]
  const past = turns.filter((turn) => turn <= now)
  return past.length === 0 ? null : Math.max(...past)
}

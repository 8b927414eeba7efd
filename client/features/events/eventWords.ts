import type { Event } from '../../../shared/contract'
import { eventState, type EventState } from '../../../shared/domain/event'
import { DAY_MS, formatClock, formatPeriod, formatWeekday, startOfDay, toWallClock } from '../../../shared/domain/time'
import { EVENT_STATES } from '../../../shared/phrases/statuses'

export const stateOf = (event: Event, now: number): EventState =>
  eventState(
    {
      startsAt: Date.parse(event.startsAt),
      endsAt: Date.parse(event.endsAt),
      signupDeadline: event.signupDeadline === null ? null : Date.parse(event.signupDeadline),
      decision: event.decision,
    },
    now,
  )

export const stateWords = (state: EventState): string => EVENT_STATES[state].zh

/** The parts of a date tile. */
export function tileOf(startsAt: string): { month: string; day: string; weekday: string } {
  const instant = Date.parse(startsAt)
  const { month, day } = toWallClock(instant)
  return { month: `${month}月`, day: String(day), weekday: formatWeekday(instant) }
}

/**
 * When it is, over two lines: the day and the hours of an event on one day, the start and the end of a longer one.
 */
export function periodOf(event: Event): string {
  const startsAt = Date.parse(event.startsAt)
  const endsAt = Date.parse(event.endsAt)
  const words = formatPeriod(startsAt, endsAt)
  if (startOfDay(startsAt) !== startOfDay(endsAt)) return words.replace(' — ', ' 至\n')
  return words.replace(` ${formatClock(startsAt)}`, `\n${formatClock(startsAt)}`)
}

/** `14:00 文化馆` for lists, where the tile says the day. */
export const briefOf = (event: Event): string => `${formatClock(Date.parse(event.startsAt))} ${event.venue}`

/** How long sign-up is still open; `soon` within three days. Null when there is no deadline or it is no longer news. */
export function deadlineOf(event: Event, now: number): { words: string; soon: boolean } | null {
  if (event.signupDeadline === null) return null
  const deadline = Date.parse(event.signupDeadline)
  const { month, day } = toWallClock(deadline)
  const words = `${month}月${day}日 ${formatWeekday(deadline)} ${formatClock(deadline)}`
  const days = Math.round((startOfDay(deadline) - startOfDay(now)) / DAY_MS)
  if (now > deadline || event.decision === 'cancelled') return { words, soon: false }
  if (days === 0) return { words: `${words}\n今天截止`, soon: true }
  return { words: days <= 30 ? `${words}\n还有 ${days} 天` : words, soon: days <= 3 }
}

import type { Event } from '../../../shared/contract'
import { eventState, type EventState } from '../../../shared/domain/event'
import {
  DAY_MS,
  formatClock,
  formatPeriod,
  formatWeekday,
  HOUR_MS,
  MINUTE_MS,
  startOfDay,
  toWallClock,
} from '../../../shared/domain/time'
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

/** Whether it was moved after it had been announced, as long as that matters. An event that the phone kept may lack the word. */
export function wasMoved({ changedAt }: Event, state: EventState): boolean {
  return Boolean(changedAt) && state !== 'ended' && state !== 'cancelled'
}

export const stateWords = (state: EventState): string => EVENT_STATES[state].zh

/** The parts of a date tile. */
export function tileOf(startsAt: string): { month: string; day: string; weekday: string } {
  const instant = Date.parse(startsAt)
  const { month, day } = toWallClock(instant)
  return { month: `${month}月`, day: String(day), weekday: formatWeekday(instant) }
}

/** Midnights in Shanghai between two instants. */
const daysBetween = (from: number, to: number): number => Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS)

const dayWords = (instant: number): string => {
  const { month, day } = toWallClock(instant)
  return `${month}月${day}日`
}

/** `今天`, `明天`, `后天`, then the date. */
function dayName(instant: number, now: number): string {
  const days = daysBetween(now, instant)
  return ['今天', '明天', '后天'][days] ?? dayWords(instant)
}

/** `3 小时`, `25 分钟`; never less than a minute. */
const spanWords = (ms: number): string =>
  ms >= HOUR_MS ? `${Math.floor(ms / HOUR_MS)} 小时` : `${Math.max(1, Math.ceil(ms / MINUTE_MS))} 分钟`

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

/** `14:00 文化馆` for lists, where the tile says the day; where it ends when that is another day. */
export function briefOf(event: Event): string {
  const startsAt = Date.parse(event.startsAt)
  const endsAt = Date.parse(event.endsAt)
  const days = daysBetween(startsAt, endsAt)
  const end = days === 0 ? '' : days === 1 ? ` 至次日 ${formatClock(endsAt)}` : ` 至 ${dayWords(endsAt)}`
  return `${formatClock(startsAt)}${end} ${event.venue}`
}

/** How far away it is, or how long it still goes on. Null once it is over or cancelled: then the state says enough. */
export function countdownOf(event: Event, now: number): string | null {
  const state = stateOf(event, now)
  if (state === 'ended' || state === 'cancelled') return null
  const startsAt = Date.parse(event.startsAt)
  const endsAt = Date.parse(event.endsAt)
  if (state === 'on_now') {
    const end = `${dayName(endsAt, now)} ${formatClock(endsAt)} 结束`
    // A night is not two days: only what takes longer than a day is counted in days.
    if (endsAt - startsAt <= DAY_MS) return end
    return `第 ${daysBetween(startsAt, now) + 1} 天，${end}`
  }
  const days = daysBetween(now, startsAt)
  if (days === 0) return `今天，还有 ${spanWords(startsAt - now)}`
  return days === 1 ? `明天 ${formatClock(startsAt)}` : `还有 ${days} 天`
}

/** Until when one can sign up; `soon` within three days. Null when there is no deadline. */
export function deadlineOf(event: Event, now: number): { words: string; soon: boolean } | null {
  if (event.signupDeadline === null) return null
  const deadline = Date.parse(event.signupDeadline)
  const words = `${dayWords(deadline)} ${formatWeekday(deadline)} ${formatClock(deadline)}`
  if (event.decision === 'cancelled') return { words, soon: false }
  if (now > deadline) return { words: `${words}\n已截止`, soon: false }
  const days = daysBetween(now, deadline)
  if (days === 0) return { words: `${words}\n今天截止，还有 ${spanWords(deadline - now)}`, soon: true }
  if (days === 1) return { words: `${words}\n明天截止`, soon: true }
  return { words: days <= 30 ? `${words}\n还有 ${days} 天` : words, soon: days <= 3 }
}

import type { CalendarEntry } from '../../../../shared/contract'
import { DAY_MS, formatIsoDate, fromWallClock, toWallClock } from '../../../../shared/domain/time'
import { t } from '../../ui/language'

const MONTH = /^20\d{2}-(?:0[1-9]|1[0-2])$/

/** `YYYY-MM` of an instant in Shanghai. */
export const monthOf = (instant: number): string => formatIsoDate(instant).slice(0, 7)

/** The month that an address names, or this one. */
export const readMonth = (text: string | null, now: number): string =>
  text !== null && MONTH.test(text) ? text : monthOf(now)

const startOf = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return fromWallClock({ year, month: number, day: 1 })
}

/** The month so many after (or, negative, before) another. */
export function monthsFrom(month: string, by: number): string {
  const { year, month: number } = toWallClock(startOf(month))
  return monthOf(fromWallClock({ year, month: number + by, day: 1 }))
}

/** `2026年11月` */
export function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return t(`${year}年${Number(number)}月`, `${Number(number)}/${year}`)
}

/** Weeks from Monday to Sunday that hold the month; days of other months are null. `YYYY-MM-DD` in Shanghai. */
export function weeksOf(month: string): (string | null)[][] {
  const first = startOf(month)
  const length = Math.round((startOf(monthsFrom(month, 1)) - first) / DAY_MS)
  const lead = (toWallClock(first).weekday + 6) % 7
  const cells = [
    ...Array.from({ length: lead }, () => null),
    ...Array.from({ length }, (_, at) => formatIsoDate(first + at * DAY_MS)),
  ]
  const weeks = Math.ceil(cells.length / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null),
  )
}

/** Entries by the day of Shanghai on which they begin, in their order. */
export function byDay(entries: readonly CalendarEntry[]): Map<string, CalendarEntry[]> {
  const days = new Map<string, CalendarEntry[]>()
  for (const entry of entries) {
    const day = formatIsoDate(Date.parse(entry.at))
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return days
}

import type { ArticleSummary } from '../../../shared/contract'
import { DAY_MS, formatIsoDate, fromWallClock, startOfDay, toWallClock } from '../../../shared/domain/time'
import { PAGES } from '../../routes'

/** A month of Asia/Shanghai as the API names it, `YYYY-MM`. */
export type Month = string

export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  date: string
  day: number
  /** Days of the weeks at both ends belong to other months. */
  inMonth: boolean
}

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value))
const monthName = (year: number, month: number): Month => `${year}-${pad(month)}`

/** What the contract takes; years the API does not know are no months. */
export const isMonth = (text: string): boolean => /^20\d{2}-(?:0[1-9]|1[0-2])$/.test(text)

export const monthOf = (instant: number): Month => formatIsoDate(instant).slice(0, 7)

/** `2026年12月` */
export const monthWords = (month: Month): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`

/** The month so many months away. */
export function monthAfter(month: Month, steps: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + steps
  return monthName(Math.floor(count / 12), (count % 12) + 1)
}

/** Midnight in Shanghai of a `YYYY-MM-DD`. */
export const instantOfDate = (date: string): number =>
  fromWallClock({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) })

export const dateAfter = (date: string, days: number): string => formatIsoDate(instantOfDate(date) + days * DAY_MS)

/** The whole weeks that hold a month; they begin on Monday. */
export function weeksOf(month: Month): CalendarDay[][] {
  const first = instantOfDate(`${month}-01`)
  const last = instantOfDate(`${monthAfter(month, 1)}-01`) - DAY_MS
  const monday = first - ((toWallClock(first).weekday + 6) % 7) * DAY_MS
  const weeks: CalendarDay[][] = []
  for (let start = monday; start <= last; start += 7 * DAY_MS) {
    weeks.push(
      Array.from({ length: 7 }, (_day, index) => {
        const date = formatIsoDate(start + index * DAY_MS)
        return { date, day: Number(date.slice(8)), inMonth: date.startsWith(month) }
      }),
    )
  }
  return weeks
}

/** The events of each day, by `YYYY-MM-DD`; one that goes on over several days stands on each of them. */
export function eventsByDay(items: ArticleSummary[], month: Month): Map<string, ArticleSummary[]> {
  const days = new Map<string, ArticleSummary[]>()
  const first = instantOfDate(`${month}-01`)
  const end = instantOfDate(`${monthAfter(month, 1)}-01`)
  for (const article of items) {
    if (!article.event) continue
    const startsAt = Date.parse(article.event.startsAt)
    // The end does not belong to the event: one that ends at midnight is not on the next day.
    const endsAt = Math.max(startsAt, Date.parse(article.event.endsAt) - 1)
    for (let day = startOfDay(Math.max(startsAt, first)); day <= endsAt && day < end; day += DAY_MS) {
      const date = formatIsoDate(day)
      days.set(date, [...(days.get(date) ?? []), article])
    }
  }
  return days
}

/** The calendar's page, at the day that holds an instant. */
export const calendarPath = (instant: string): string => `${PAGES.calendar}?day=${formatIsoDate(Date.parse(instant))}`

/** The day that an address asks for; null when it names none that exists. */
export function askedDay(text: string | undefined): string | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text) || !isMonth(text.slice(0, 7))) return null
  return formatIsoDate(instantOfDate(text)) === text ? text : null
}

import type { SpecialDay } from '../../../shared/domain/officeHours'
import { DAY_MS, formatIsoDate } from '../../../shared/domain/time'
import { PUBLIC_DAYS } from './publicHolidays'

/** How far ahead the card tells of special days. */
export const DAYS_AHEAD = 120

/** The special days from the day of `now` (ms) on, by date; the association's own win over the public ones. */
export function specialDaysFrom(now: number, exceptions: readonly SpecialDay[]): SpecialDay[] {
  const first = formatIsoDate(now)
  const last = formatIsoDate(now + DAYS_AHEAD * DAY_MS)
  const own = new Set(exceptions.map(({ date }) => date))
  return [...PUBLIC_DAYS.filter(({ date }) => !own.has(date)), ...exceptions]
    .filter(({ date }) => date >= first && date < last)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

import { DAY_MS, formatIsoDate, startOfDay } from '../../../shared/domain/time'
import type { DaySpan, InstantSpan } from './ports'

/** The last `count` days of Shanghai up to and with the one of `now` (ms), and as many before them. */
export function lastDays(
  now: number,
  count: number,
): { days: string[]; span: DaySpan; before: DaySpan; instants: InstantSpan } {
  const tomorrow = startOfDay(now) + DAY_MS
  const first = tomorrow - count * DAY_MS
  return {
    days: Array.from({ length: count }, (_, at) => formatIsoDate(first + at * DAY_MS)),
    span: { from: formatIsoDate(first), to: formatIsoDate(tomorrow - DAY_MS) },
    before: { from: formatIsoDate(first - count * DAY_MS), to: formatIsoDate(first - DAY_MS) },
    instants: { from: first, to: tomorrow },
  }
}

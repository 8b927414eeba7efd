import { DAY_MS, formatIsoDate, MINUTE_MS, startOfDay, toWallClock } from './time'

/** Clocks are `HH:MM` in Asia/Shanghai, `from` before `to`. */
export interface OfficePeriod {
  from: string
  to: string
}

/** Weekly office hours. `days`: 0 Sunday … 6 Saturday. */
export interface OfficeHours {
  days: number[]
  periods: OfficePeriod[]
  /** Weekdays with hours of their own. */
  byDay?: { day: number; periods: OfficePeriod[] }[] | undefined
}

/**
 * A day on which the weekly days do not hold: `holiday` closes it, `workday` opens it at the weekly periods (the State
 * Council shifts workdays to weekends around long holidays). `date` is `YYYY-MM-DD` in Asia/Shanghai.
 */
export interface SpecialDay {
  date: string
  kind: 'holiday' | 'workday'
  name: string
}

export interface OfficeStatus {
  open: boolean
  /** When `open` next changes, or null when the office never opens. */
  changesAt: number | null
}

export interface OfficeDay {
  open: boolean
  /** Why the day is not as its weekday would be, or null. */
  special: SpecialDay | null
}

const minutesOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

/** The periods of a weekday, were the office open on it. */
export const periodsOf = (hours: OfficeHours, weekday: number): OfficePeriod[] =>
  hours.byDay?.find(({ day }) => day === weekday)?.periods ?? hours.periods

/** Whether the office opens at all on the day in Shanghai that holds `instant`. */
export function officeDay(hours: OfficeHours, specialDays: readonly SpecialDay[], instant: number): OfficeDay {
  const date = formatIsoDate(instant)
  const special = specialDays.find((day) => day.date === date) ?? null
  if (special !== null) return { open: special.kind === 'workday', special }
  return { open: hours.days.includes(toWallClock(instant).weekday), special }
}

/**
 * Whether the office is open at `now`, and when that changes. A period includes its start and excludes its end.
 * Each special day can put the next opening off by one day at most, hence the bound of the search.
 */
export function officeStatus(hours: OfficeHours, now: number, specialDays: readonly SpecialDay[] = []): OfficeStatus {
  const midnight = startOfDay(now)
  for (let offset = 0; offset <= 7 + specialDays.length; offset += 1) {
    const day = midnight + offset * DAY_MS
    if (!officeDay(hours, specialDays, day).open) continue
    const periods = periodsOf(hours, toWallClock(day).weekday)
      .map((period) => ({ from: minutesOf(period.from), to: minutesOf(period.to) }))
      .sort((a, b) => a.from - b.from)
    for (const period of periods) {
      const from = day + period.from * MINUTE_MS
      const to = day + period.to * MINUTE_MS
      if (now >= from && now < to) return { open: true, changesAt: to }
      if (from > now) return { open: false, changesAt: from }
    }
  }
  return { open: false, changesAt: null }
}

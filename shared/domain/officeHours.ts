import { DAY_MS, MINUTE_MS, startOfDay, toWallClock } from './time'

/** Weekly office hours. `days`: 0 Sunday … 6 Saturday. Clocks are `HH:MM` in Asia/Shanghai, `from` before `to`. */
export interface OfficeHours {
  days: number[]
  periods: { from: string; to: string }[]
}

export interface OfficeStatus {
  open: boolean
  /** When `open` next changes, or null when the office never opens. */
  changesAt: number | null
}

const minutesOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

/** Whether the office is open at `now`, and when that changes. A period includes its start and excludes its end. */
export function officeStatus(hours: OfficeHours, now: number): OfficeStatus {
  const midnight = startOfDay(now)
  const periods = hours.periods
    .map((period) => ({ from: minutesOf(period.from), to: minutesOf(period.to) }))
    .sort((a, b) => a.from - b.from)
  for (let offset = 0; offset <= 7; offset += 1) {
    const day = midnight + offset * DAY_MS
    if (!hours.days.includes(toWallClock(day).weekday)) continue
    for (const period of periods) {
      const from = day + period.from * MINUTE_MS
      const to = day + period.to * MINUTE_MS
      if (now >= from && now < to) return { open: true, changesAt: to }
      if (from > now) return { open: false, changesAt: from }
    }
  }
  return { open: false, changesAt: null }
}

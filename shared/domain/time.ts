/**
 * Wall-clock arithmetic for Asia/Shanghai.
 *
 * The zone has been UTC+08:00 without daylight saving since 1991-09-15, so a fixed offset is exact for everything
 * this product stores. The mini-program's JavaScript engine has no dependable `Intl`, hence plain arithmetic.
 * All instants are integer milliseconds since the epoch.
 */
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

export interface WallClock {
  year: number
  /** 1–12 */
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** 0 Sunday … 6 Saturday */
  weekday: number
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const
const pad = (value: number): string => (value < 10 ? `0${value}` : String(value))

export function toWallClock(instant: number): WallClock {
  const shifted = new Date(instant + SHANGHAI_OFFSET_MS)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  }
}

export function fromWallClock(
  clock: Pick<WallClock, 'year' | 'month' | 'day'> & Partial<Pick<WallClock, 'hour' | 'minute' | 'second'>>,
): number {
  return (
    Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour ?? 0, clock.minute ?? 0, clock.second ?? 0) -
    SHANGHAI_OFFSET_MS
  )
}

/** Midnight in Shanghai of the day that holds `instant`. */
export function startOfDay(instant: number): number {
  const { year, month, day } = toWallClock(instant)
  return fromWallClock({ year, month, day })
}

/** `2026年11月23日` */
export function formatDate(instant: number): string {
  const c = toWallClock(instant)
  return `${c.year}年${c.month}月${c.day}日`
}

/** `14:30` */
export function formatClock(instant: number): string {
  const c = toWallClock(instant)
  return `${pad(c.hour)}:${pad(c.minute)}`
}

/** `2026年11月23日 14:30`, the form that WeChat's `time` field takes. */
export function formatDateTime(instant: number): string {
  return `${formatDate(instant)} ${formatClock(instant)}`
}

/** `11-23 14:30`, for tables; with the year in front when it is not `thisYear`. */
export function formatTableTime(instant: number, thisYear?: number): string {
  const c = toWallClock(instant)
  const head = thisYear !== undefined && c.year !== thisYear ? `${c.year}-` : ''
  return `${head}${pad(c.month)}-${pad(c.day)} ${pad(c.hour)}:${pad(c.minute)}`
}

/** `2026-11-23` */
export function formatIsoDate(instant: number): string {
  const c = toWallClock(instant)
  return `${c.year}-${pad(c.month)}-${pad(c.day)}`
}

/** `周一` */
export function formatWeekday(instant: number): string {
  return `周${WEEKDAYS[toWallClock(instant).weekday] ?? ''}`
}

/**
 * A start and an end in prose: `2026年11月23日 周一 14:00—16:30` on one day,
 * `2026年11月23日 周一 22:00 — 11月24日 周二 01:00` across days (the year is repeated only when it differs).
 */
export function formatPeriod(startsAt: number, endsAt: number): string {
  const start = toWallClock(startsAt)
  const end = toWallClock(endsAt)
  const head = `${formatDate(startsAt)} ${formatWeekday(startsAt)} ${formatClock(startsAt)}`
  if (startOfDay(startsAt) === startOfDay(endsAt)) return `${head}—${formatClock(endsAt)}`
  const year = start.year === end.year ? '' : `${end.year}年`
  return `${head} — ${year}${end.month}月${end.day}日 ${formatWeekday(endsAt)} ${formatClock(endsAt)}`
}

/** `刚刚`, `5 分钟前`, `3 小时前`, `昨天`, then the date. */
export function formatSince(instant: number, now: number): string {
  const age = now - instant
  if (age < MINUTE_MS) return '刚刚'
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} 分钟前`
  const days = Math.round((startOfDay(now) - startOfDay(instant)) / DAY_MS)
  if (days <= 0) return `${Math.floor(age / HOUR_MS)} 小时前`
  if (days === 1) return '昨天'
  return formatIsoDate(instant)
}

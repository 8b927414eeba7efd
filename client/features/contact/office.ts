import { officeStatus, type OfficeHours, type OfficeStatus } from '../../../shared/domain/officeHours'
import { DAY_MS, formatClock, formatDate, formatWeekday, startOfDay } from '../../../shared/domain/time'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const dayName = (instant: number, now: number): string => {
  const days = Math.round((startOfDay(instant) - startOfDay(now)) / DAY_MS)
  if (days === 0) return '今天'
  if (days === 1) return '明天'
  return days < 7 ? formatWeekday(instant) : formatDate(instant)
}

/** `办公中，17:30 下班` or `休息中，明天 08:30 上班`. */
export function describeStatus({ open, changesAt }: OfficeStatus, now: number): { state: string; next: string } {
  if (open) return { state: '办公中', next: changesAt === null ? '' : `${formatClock(changesAt)} 结束` }
  return {
    state: '休息中',
    next: changesAt === null ? '' : `${dayName(changesAt, now)} ${formatClock(changesAt)} 开始办公`,
  }
}

/** `周一至周五` for days that follow each other, `周一、周三` otherwise. Monday comes first. */
export function describeDays(days: number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
  const first = sorted[0]
  const last = sorted[sorted.length - 1]
  if (first === undefined || last === undefined) return ''
  const run = sorted.every((day, index) => (day + 6) % 7 === ((first + 6) % 7) + index)
  if (sorted.length > 2 && run) return `${WEEKDAYS[first] ?? ''}至${WEEKDAYS[last] ?? ''}`
  return sorted.map((day) => WEEKDAYS[day] ?? '').join('、')
}

/** What the server said of the office; worked out again on the phone when that has run out. */
export function statusNow(
  said: { open: boolean; changesAt: string | null },
  hours: OfficeHours,
  now: number,
): OfficeStatus {
  const changesAt = said.changesAt === null ? null : Date.parse(said.changesAt)
  return changesAt !== null && now >= changesAt ? officeStatus(hours, now) : { open: said.open, changesAt }
}

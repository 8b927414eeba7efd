import { periodsOf, type OfficeHours, type OfficePeriod } from './officeHours'

export const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

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

/** `08:30—12:00，14:30—17:30` */
export const periodWords = (periods: readonly OfficePeriod[]): string =>
  periods.map(({ from, to }) => `${from}—${to}`).join('，')

/** The hours of the week, days that are alike together: `周一至周四` and `08:30—12:00，14:30—17:30`. Monday comes first. */
export function weeklyRule(officeHours: OfficeHours): { days: string; words: string }[] {
  const rules = new Map<string, number[]>()
  for (const day of [...new Set(officeHours.days)].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7))) {
    const words = periodWords(periodsOf(officeHours, day))
    rules.set(words, [...(rules.get(words) ?? []), day])
  }
  return Array.from(rules, ([words, days]) => ({ days: describeDays(days), words }))
}

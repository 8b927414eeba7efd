import type { Overview } from '../../../../shared/contract'
import { t } from '../../ui/language'

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** `比前 30 天多 12%`; a comparison with nothing is none. */
export function changeWords({ total, before }: Pick<Overview['views'], 'total' | 'before'>, days: number): string {
  if (before === 0) return t(`前 ${days} 天没有记录`, `nothing in the ${days} days before`)
  const percent = Math.round(((total - before) / before) * 100)
  if (percent === 0) return t(`与前 ${days} 天持平`, `as in the ${days} days before`)
  return percent > 0
    ? t(`比前 ${days} 天多 ${percent}%`, `${percent}% more than in the ${days} days before`)
    : t(`比前 ${days} 天少 ${-percent}%`, `${-percent}% less than in the ${days} days before`)
}

/** Too few views say nothing about when members read. */
const ENOUGH = 50
/** So many hours are one advice. */
const HOURS = 2

/** When members read most, as advice when to publish: `20:00—22:00`; null while there is too little to tell. */
export function bestHours(hours: readonly number[]): string | null {
  if (sum(hours) < ENOUGH) return null
  const windows = hours.map((_, from) => sum(Array.from({ length: HOURS }, (__, at) => hours[(from + at) % 24] ?? 0)))
  const from = windows.indexOf(Math.max(...windows))
  const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`
  return `${clock(from)}—${clock(from + HOURS)}`
}

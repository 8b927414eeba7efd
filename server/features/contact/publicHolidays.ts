import calendar from 'chinese-days/dist/chinese-days.json'
import type { SpecialDay } from '../../../shared/domain/officeHours'

/** The package writes `National Day,国庆节,3`: the name in English, in Chinese, and the days off by law. */
const nameOf = (text: string): string => text.split(',')[1] ?? '节假日'

const daysOf = (days: Record<string, string>, kind: SpecialDay['kind'], suffix: string): SpecialDay[] =>
  Object.entries(days).map(([date, text]) => ({ date, kind, name: `${nameOf(text)}${suffix}` }))

/**
 * Public holidays and the weekend days that are worked for them, as the State Council announces them each November for
 * the next year (《国务院办公厅关于部分节假日安排的通知》), by date. A year that has not been announced has none.
 */
export const PUBLIC_DAYS: readonly SpecialDay[] = [
  ...daysOf(calendar.holidays, 'holiday', ''),
  ...daysOf(calendar.workdays, 'workday', '调休'),
].sort((a, b) => (a.date < b.date ? -1 : 1))

import { t } from '../../ui/language'
import type { Phrase } from '../../../../shared/phrases'

/** When a reminder goes out, as staff say it: so many days, hours or minutes before the start. */
export type ReminderUnit = 'day' | 'hour' | 'minute'

export interface ReminderForm {
  count: number | null
  unit: ReminderUnit
}

const MINUTES: Record<ReminderUnit, number> = { day: 1440, hour: 60, minute: 1 }

export const UNIT_NAMES: Record<ReminderUnit, Phrase> = {
  day: { zh: '天', en: 'days' },
  hour: { zh: '小时', en: 'hours' },
  minute: { zh: '分钟', en: 'minutes' },
}
export const REMINDER_UNITS: readonly ReminderUnit[] = ['day', 'hour', 'minute']
/** The contract's bounds, in minutes, and how many there may be. */
const LEAST = 5
const MOST = 43_200
export const REMINDERS_MAX = 4

/** In the largest unit that divides it. */
export function reminderOf(minutes: number): ReminderForm {
  const unit = REMINDER_UNITS.find((entry) => minutes % MINUTES[entry] === 0) ?? 'minute'
  return { count: minutes / MINUTES[unit], unit }
}

export const minutesOf = ({ count, unit }: ReminderForm): number | null =>
  count === null ? null : Math.round(count * MINUTES[unit])

/** What is wrong with one of the reminders, in words; undefined when it can be kept. */
export function reminderProblem(reminders: readonly ReminderForm[], index: number): string | undefined {
  const own = reminders[index]
  const minutes = own === undefined ? null : minutesOf(own)
  if (minutes === null) return t('请填写时间，或移除这一项。', 'Give a time, or remove this one.')
  if (minutes < LEAST) return t('至少提前 5 分钟。', 'At least 5 minutes before.')
  if (minutes > MOST) return t('最多提前 30 天。', 'At most 30 days before.')
  const same = reminders.findIndex((entry) => minutesOf(entry) === minutes)
  return same < index ? t('与上面的提醒时间相同。', 'The same time as one above.') : undefined
}

/** For the request: earliest first. */
export const remindersInput = (reminders: readonly ReminderForm[]): number[] =>
  reminders.flatMap((reminder) => minutesOf(reminder) ?? []).sort((a, b) => b - a)

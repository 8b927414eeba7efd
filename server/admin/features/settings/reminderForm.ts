/** When a reminder goes out, as staff say it: so many days, hours or minutes before the start. */
export type ReminderUnit = 'day' | 'hour' | 'minute'

export interface ReminderForm {
  count: number | null
  unit: ReminderUnit
}

const MINUTES: Record<ReminderUnit, number> = { day: 1440, hour: 60, minute: 1 }

export const UNIT_NAMES: Record<ReminderUnit, string> = { day: '天', hour: '小时', minute: '分钟' }
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
  if (minutes === null) return '请填写时间，或移除这一项。'
  if (minutes < LEAST) return '至少提前 5 分钟。'
  if (minutes > MOST) return '最多提前 30 天。'
  const same = reminders.findIndex((entry) => minutesOf(entry) === minutes)
  return same < index ? '与上面的提醒时间相同。' : undefined
}

/** For the request: earliest first. */
export const remindersInput = (reminders: readonly ReminderForm[]): number[] =>
  reminders.flatMap((reminder) => minutesOf(reminder) ?? []).sort((a, b) => b - a)

import { DAY_MS, MINUTE_MS, startOfDay } from './time'

/** Clocks of Shanghai such as `22:00`. Hours that end where they begin are no hours. */
export interface QuietHours {
  from: string
  to: string
}

/** The rules that staff set for all notices. */
export interface NoticeRules {
  /** No notice goes out in these hours unless it may at night; null: never quiet. */
  quietHours: QuietHours | null
  /** So many failed sends in a row pause a notice. */
  pauseAfterErrors: number
  /** Minutes before the start at which reminders go out. */
  reminders: number[]
}

/** What holds until an administrator says otherwise; more failures than one broken line of 32 connections brings. */
export const DEFAULT_NOTICE_RULES: NoticeRules = {
  quietHours: { from: '22:00', to: '08:00' },
  pauseAfterErrors: 50,
  reminders: [1440, 120],
}

/** The setting under which they are kept, as JSON. */
export const NOTICE_RULES_SETTING = 'notices'

/** The rules as they were kept; what is missing is as by default. */
export function readNoticeRules(kept: string | null): NoticeRules {
  if (kept === null || kept === '') return DEFAULT_NOTICE_RULES
  return { ...DEFAULT_NOTICE_RULES, ...(JSON.parse(kept) as Partial<NoticeRules>) }
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** When the quiet hours that hold at `now` end; null when it is not quiet. Instants in milliseconds since the epoch. */
export function quietUntil(quietHours: QuietHours | null, now: number): number | null {
  if (quietHours === null || quietHours.from === quietHours.to) return null
  const midnight = startOfDay(now)
  const at = (clock: string) => midnight + minutesOf(clock) * MINUTE_MS
  const [from, to] = [at(quietHours.from), at(quietHours.to)]
  if (from < to) return now >= from && now < to ? to : null
  // Over midnight: the night that began yesterday, or the one that begins today.
  if (now < to) return to
  return now >= from ? to + DAY_MS : null
}

import { DAY_MS, startOfDay, toWallClock } from './time'

/** The rules that staff set for all notices. Clocks are `HH:MM` in Shanghai. */
export interface NoticeRules {
  /** No notice begins or goes on in these hours unless it may go out at night; null: never quiet. */
  quietHours: QuietHours | null
  /** So many failed sends in a row pause a notice. */
  pauseAfterErrors: number
  /** Minutes before the start at which reminders go out. */
  reminders: number[]
}

export interface QuietHours {
  from: string
  to: string
}

/** Under this name the rules are kept as JSON; absent: the defaults hold. */
export const NOTICE_RULES = 'notices'

export const DEFAULT_NOTICE_RULES: NoticeRules = {
  quietHours: { from: '22:00', to: '08:00' },
  pauseAfterErrors: 20,
  reminders: [1440, 120],
}

/** The rules as they are kept; `kept` is null when nobody has set any. */
export const parseNoticeRules = (kept: string | null): NoticeRules =>
  kept === null ? DEFAULT_NOTICE_RULES : { ...DEFAULT_NOTICE_RULES, ...(JSON.parse(kept) as Partial<NoticeRules>) }

const MINUTE = 60_000

function minutesOf(clock: string): number {
  const [hour = '0', minute = '0'] = clock.split(':')
  return Number(hour) * 60 + Number(minute)
}

/**
 * When the quiet hours that `now` lies in end, in ms since the epoch; null when it lies in none. They begin with
 * `from`, and `to` is the first minute in which notices go out again. Hours that begin when they end are no hours.
 */
export function quietUntil(hours: QuietHours | null, now: number): number | null {
  if (hours === null) return null
  const from = minutesOf(hours.from)
  const to = minutesOf(hours.to)
  const { hour, minute } = toWallClock(now)
  const at = hour * 60 + minute
  const isQuiet = from <= to ? at >= from && at < to : at >= from || at < to
  if (!isQuiet) return null
  const end = startOfDay(now) + to * MINUTE
  return end > now ? end : end + DAY_MS
}

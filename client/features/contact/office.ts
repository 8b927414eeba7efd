import type { ContactCard } from '../../../shared/contract'
import { officeDay, officeStatus, periodsOf, type SpecialDay } from '../../../shared/domain/officeHours'
import { periodWords } from '../../../shared/domain/officeWords'
import { DAY_MS, formatClock, formatWeekday, startOfDay, toWallClock } from '../../../shared/domain/time'

/** The part of the card that says when somebody is there. */
export type Office = Pick<ContactCard, 'officeHours' | 'specialDays'>

const DAYS_SHOWN = 7
/** Changes further ahead than the days shown, yet near enough to matter. */
const CHANGES_WITHIN_DAYS = 35

/** A card that an older version of the app has kept knows no special days. */
const specialOf = ({ specialDays }: Office): readonly SpecialDay[] => (specialDays as SpecialDay[] | undefined) ?? []

const dateWords = (instant: number): string => {
  const { month, day } = toWallClock(instant)
  return `${month}月${day}日`
}

const instantOf = (date: string): number => Date.parse(`${date}T00:00:00+08:00`)

const dayName = (instant: number, now: number): string => {
  const days = Math.round((startOfDay(instant) - startOfDay(now)) / DAY_MS)
  if (days === 0) return '今天'
  if (days === 1) return '明天'
  return days < 7 ? formatWeekday(instant) : `${dateWords(instant)} ${formatWeekday(instant)}`
}

/** `休息（国庆节）`, `照常办公（国庆节调休）`. */
const specialWords = ({ kind, name }: SpecialDay): string => `${kind === 'holiday' ? '休息' : '照常办公'}（${name}）`

/** `办公中`, `17:30 结束`; `休息中`, `10月8日 周四 08:30 开始办公`; and why today is not like its weekday. */
export function describeStatus(
  office: Office,
  now: number,
): { open: boolean; state: string; next: string; reason: string } {
  const { open, changesAt } = officeStatus(office.officeHours, now, specialOf(office))
  const { special } = officeDay(office.officeHours, specialOf(office), now)
  const reason = special === null ? '' : `今天${specialWords(special)}`
  if (open) return { open, state: '办公中', next: changesAt === null ? '' : `${formatClock(changesAt)} 结束`, reason }
  const next = changesAt === null ? '' : `${dayName(changesAt, now)} ${formatClock(changesAt)} 开始办公`
  return { open, state: '休息中', next, reason }
}

/** Days with the same hours, in words. */
export interface HoursLine {
  days: string
  words: string
  /** Not as the weekday would be. */
  special: boolean
}

interface Run {
  first: number
  last: number
  words: string
  special: boolean
}

/** Joins what is alike and follows each other. */
function joined(days: Omit<Run, 'last'>[]): Run[] {
  const runs: Run[] = []
  for (const day of days) {
    const before = runs[runs.length - 1]
    if (before && before.words === day.words && day.first - before.last === DAY_MS) before.last = day.first
    else runs.push({ ...day, last: day.first })
  }
  return runs
}

const span = ({ first, last }: Run, nameOf: (instant: number) => string): string =>
  first === last ? nameOf(first) : `${nameOf(first)}${last - first === DAY_MS ? '、' : '至'}${nameOf(last)}`

/** Today and the six days after it: `今天`, then the others by weekday, special ones with their date. */
export function nextDays(office: Office, now: number): HoursLine[] {
  const today = startOfDay(now)
  const days = Array.from({ length: DAYS_SHOWN }, (_day, index) => {
    const first = today + index * DAY_MS
    const { open, special } = officeDay(office.officeHours, specialOf(office), first)
    const usual = open ? periodWords(periodsOf(office.officeHours, toWallClock(first).weekday)) : '休息'
    const words = special === null ? usual : open ? `${usual}（${special.name}）` : specialWords(special)
    return { first, words, special: special !== null }
  })
  const [head, ...rest] = days
  const lines = joined(rest).map((run) => ({
    days: run.special ? `${span(run, dateWords)} ${span(run, formatWeekday)}` : span(run, formatWeekday),
    words: run.words,
    special: run.special,
  }))
  return head ? [{ days: `今天 ${formatWeekday(today)}`, words: head.words, special: head.special }, ...lines] : lines
}

/** Special days after those of `nextDays`, within five weeks. */
export function comingChanges(office: Office, now: number): HoursLine[] {
  const from = startOfDay(now) + DAYS_SHOWN * DAY_MS
  const until = startOfDay(now) + CHANGES_WITHIN_DAYS * DAY_MS
  const days = specialOf(office)
    .map((special) => ({ first: instantOf(special.date), words: specialWords(special), special: true }))
    .filter(({ first }) => first >= from && first < until)
  return joined(days).map((run) => ({
    days: `${span(run, dateWords)} ${span(run, formatWeekday)}`,
    words: run.words,
    special: true,
  }))
}

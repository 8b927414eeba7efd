import type { CalendarEntry, StaffCalendar } from '../../../shared/contract'
import { fromWallClock } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import type { PlannerStore, StoredEntry } from './ports'

/** Of each kind; more in one month are beyond any calendar. */
const MOST = 300

const iso = (instant: number): string => new Date(instant).toISOString()

const presentEntry = (entry: StoredEntry): CalendarEntry =>
  entry.what === 'event' ? { ...entry, at: iso(entry.at), endsAt: iso(entry.endsAt) } : { ...entry, at: iso(entry.at) }

export interface PlannerDeps {
  store: PlannerStore
  clock: Clock
}

/** Everything that begins in a month `YYYY-MM` of Shanghai, by time. */
export async function showMonth({ store, clock }: PlannerDeps, month: string): Promise<StaffCalendar> {
  const [year = 0, number = 1] = month.split('-').map(Number)
  // a 13th month is January of the next year
  const from = fromWallClock({ year, month: number, day: 1 })
  const to = fromWallClock({ year, month: number + 1, day: 1 })
  const found = await store.between(from, to, MOST + 1)
  const kinds = ['published', 'scheduled', 'withdrawal', 'event', 'notice'] as const
  const entries = kinds.flatMap((what) => found.filter((entry) => entry.what === what).slice(0, MOST))
  return {
    month,
    entries: entries.sort((a, b) => a.at - b.at).map(presentEntry),
    cut: entries.length < found.length,
    now: iso(clock.now()),
  }
}

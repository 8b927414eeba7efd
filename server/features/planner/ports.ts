import type { CalendarEntry } from '../../../shared/contract'

/** An entry with its instants in ms. */
export type StoredEntry = CalendarEntry extends infer E
  ? E extends { endsAt: string }
    ? Omit<E, 'at' | 'endsAt'> & { at: number; endsAt: number }
    : Omit<E, 'at'> & { at: number }
  : never

export interface PlannerStore {
  /** Of each kind the earliest `limit` that begin at `from` or later and before `to` (ms). */
  between(from: number, to: number, limit: number): Promise<StoredEntry[]>
}

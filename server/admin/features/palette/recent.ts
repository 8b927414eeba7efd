import type { Entry } from './entries'

const MOST = 6
/** Each person’s own: computers at the office are shared. */
const keyOf = (staffId: string): string => `admin-recent:${staffId}`

type Kept = Required<Pick<Entry, 'key' | 'name' | 'to'>>

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  (['key', 'name', 'to'] as const).every((part) => part in value && typeof (value as Kept)[part] === 'string')

/** What this person opened last through the palette, in this browser. */
export function recentOf(storage: Pick<Storage, 'getItem'>, staffId: string): Kept[] {
  try {
    const value: unknown = JSON.parse(storage.getItem(keyOf(staffId)) ?? '[]')
    return Array.isArray(value) ? value.filter(isKept).slice(0, MOST) : []
  } catch {
    return []
  }
}

export function keepRecent(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  staffId: string,
  { key, name, to }: Kept,
): void {
  const rest = recentOf(storage, staffId).filter((entry) => entry.key !== key)
  try {
    storage.setItem(keyOf(staffId), JSON.stringify([{ key, name, to }, ...rest].slice(0, MOST)))
  } catch {
    // a full or forbidden store costs the list, not the way there
  }
}

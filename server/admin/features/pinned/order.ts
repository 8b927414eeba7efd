/** The list with the entry at `from` put at `to`; places beyond an end are that end. */
export function placed<T>(list: readonly T[], from: number, to: number): T[] {
  const copy = [...list]
  const [entry] = copy.splice(from, 1)
  if (entry !== undefined) copy.splice(Math.max(0, Math.min(to, copy.length)), 0, entry)
  return copy
}

/** Where a key takes the entry at `at` of `count`; null: the key means nothing here. */
export function placeFor(key: string, at: number, count: number): number | null {
  const places: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: count - 1 }
  const to = places[key]
  return to === undefined ? null : Math.max(0, Math.min(to, count - 1))
}

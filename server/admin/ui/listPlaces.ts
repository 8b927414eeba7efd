import type { RowHeights } from './listWindow'

/** Where somebody left a list: the first row in sight, and how far below the top of the window it began, in px. */
export interface ListPlace {
  row: number
  offset: number
  heights: RowHeights
  layout: { columns: number; gap: number }
}

const places = new Map<string, ListPlace>()

/** Kept for as long as this page is open in the browser; a new visit begins at the top. */
export const listPlaces = {
  keep: (name: string, place: ListPlace): void => void places.set(name, place),
  take(name: string): ListPlace | undefined {
    const place = places.get(name)
    places.delete(name)
    return place
  },
}

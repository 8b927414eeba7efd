import { useEffect, useState } from 'react'
import type { ArticleSummary } from '../../../shared/contract'
import { forget, keep, kept } from '../../platform/storage'
import { asFavourites, renewed, restored, withFavourite, withoutFavourite, type Favourite } from './favouriteList'

/** What the member keeps lives on this phone alone, so it needs neither login nor network. */
export const FAVOURITES_KEY = 'favourites'

export type Kept = 'done' | 'full' | 'no storage'

let list: readonly Favourite[] | null = null
const listeners = new Set<() => void>()

export const favourites = (): readonly Favourite[] => (list ??= asFavourites(kept<unknown>(FAVOURITES_KEY)))

/** Shows only what was really written down. */
function settle(next: readonly Favourite[]): boolean {
  if (next === favourites()) return true
  if (!keep(FAVOURITES_KEY, next)) return false
  list = next
  listeners.forEach((listener) => listener())
  return true
}

export function addFavourite(article: ArticleSummary, at = Date.now()): Kept {
  const next = withFavourite(favourites(), article, at)
  if (next === null) return 'full'
  return settle(next) ? 'done' : 'no storage'
}

export const removeFavourite = (id: string): boolean => settle(withoutFavourite(favourites(), id))

export const restoreFavourite = (entry: Favourite): boolean => settle(restored(favourites(), entry))

/** After an opening: the article as it reads now, or null when it was withdrawn. */
export const renewFavourite = (id: string, article: ArticleSummary | null): void =>
  void settle(renewed(favourites(), id, article))

export function clearFavourites(): void {
  forget(FAVOURITES_KEY)
  list = []
  listeners.forEach((listener) => listener())
}

export function useFavourites(): readonly Favourite[] {
  const [shown, setShown] = useState(favourites)
  useEffect(() => {
    const hear = (): void => setShown(favourites())
    listeners.add(hear)
    hear()
    return () => void listeners.delete(hear)
  }, [])
  return shown
}

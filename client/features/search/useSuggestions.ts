import { useEffect, useState } from 'react'
import { call } from '../../platform/api'
import { cleaned } from './question'

/** Long enough that a word being typed is asked for once. */
const PAUSE_MS = 250

/** Titles for what is being typed; empty while it is empty, unknown or not answered. A late answer is dropped. */
export function useSuggestions(typed: string, wanted: boolean): string[] {
  const q = wanted ? cleaned(typed) : ''
  const [found, setFound] = useState<{ q: string; titles: string[] }>({ q: '', titles: [] })

  useEffect(() => {
    if (q === '') return
    let here = true
    const timer = setTimeout(() => {
      call('GET /api/search/suggestions', { query: { q } }).then(
        ({ titles }) => here && setFound({ q, titles: Array.isArray(titles) ? titles : [] }),
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [q])

  // What was found for the letters before stays until the next answer, so that the list does not flicker.
  return q === '' ? [] : found.titles
}

import { useCallback, useState } from 'react'
import { keep, kept } from '../../platform/storage'
import { readHistory, withoutQuestion, withQuestion } from './history'

const HISTORY_KEY = 'search:history'

export interface SearchHistory {
  asked: string[]
  add: (q: string) => void
  remove: (q: string) => void
  clear: () => void
}

/** The history, on the phone. A storage that is full keeps it as long as the page is open. */
export function useHistory(): SearchHistory {
  const [asked, setAsked] = useState(() => readHistory(kept(HISTORY_KEY)))
  const change = useCallback((to: (history: string[]) => string[]) => {
    setAsked((before) => {
      const after = to(before)
      keep(HISTORY_KEY, after)
      return after
    })
  }, [])
  return {
    asked,
    add: useCallback((q) => change((history) => withQuestion(history, q)), [change]),
    remove: useCallback((q) => change((history) => withoutQuestion(history, q)), [change]),
    clear: useCallback(() => change(() => []), [change]),
  }
}

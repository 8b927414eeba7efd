import { useEffect, useState } from 'react'
import type { SearchHit } from '../../../shared/contract'
import { usePagedList, type PagedView } from '../../loading/usePagedList'
import { call } from '../../platform/api'
import { showAddress } from '../../platform/pageAddress'
import { cleaned, searchPath, type Question } from './question'
import { useHistory, type SearchHistory } from './useHistory'
import { useSuggestions } from './useSuggestions'

export interface Search {
  typed: string
  type: (text: string) => void
  /** What the list answers; null before the first question and after the box was emptied. */
  question: Question | null
  ask: (q: string) => void
  filter: (change: Partial<Pick<Question, 'channel' | 'year'>>) => void
  suggestions: string[]
  history: SearchHistory
  hits: PagedView<SearchHit>
}

const keyOf = ({ article }: SearchHit): string => article.id

/** The search page: what is typed, what was asked, and what was found. */
export function useSearch(first: Question | null): Search {
  const [typed, setTyped] = useState(first?.q ?? '')
  const [question, setQuestion] = useState(first)
  const history = useHistory()
  const suggestions = useSuggestions(typed, cleaned(typed) !== question?.q)

  const hits = usePagedList<SearchHit>({
    name: question && searchPath(question),
    read: (cursor) => {
      const { q = '', channel, year } = question ?? {}
      return call('GET /api/search', { query: { q, channel: channel ?? undefined, year: year ?? undefined, cursor } })
    },
    keyOf,
  })

  useEffect(() => showAddress(searchPath(question)), [question])
  const { add } = history
  const asked = first?.q
  useEffect(() => {
    if (asked !== undefined) add(asked)
  }, [asked, add])

  return {
    typed,
    type: (text) => {
      setTyped(text)
      if (cleaned(text) === '') setQuestion(null)
    },
    question,
    ask: (text) => {
      const q = cleaned(text)
      if (q === '') return
      setTyped(q)
      add(q)
      setQuestion((before) => ({ channel: before?.channel ?? null, year: before?.year ?? null, q }))
    },
    filter: (change) => setQuestion((before) => before && { ...before, ...change }),
    suggestions,
    history,
    hits,
  }
}

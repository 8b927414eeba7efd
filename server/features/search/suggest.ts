import type { SearchSuggestions } from '../../../shared/contract'
import { foldText, wordsOf } from '../../../shared/domain/searchWords'
import type { SearchDeps } from './searchArticles'
import { seek } from './seek'

const TITLES = 8
const COMPARED = 40

/** Titles with what was typed so far, those that begin with it first, and the years to filter by. */
export async function suggest({ index, summaries }: SearchDeps, typed: string): Promise<SearchSuggestions> {
  const words = wordsOf(typed)
  const years = await index.years()
  if (words.length === 0) return { titles: [], years }
  const { hits } = await seek(
    index,
    { words, channelIds: null, from: null, to: null, titlesOnly: true },
    { rank: 0, after: null },
    COMPARED,
  )
  const start = foldText(typed)
  const begins = hits.filter(({ title }) => title.startsWith(start))
  const others = hits.filter(({ title }) => !title.startsWith(start))
  const ids = [...begins, ...others].map(({ id }) => id)
  const titles = (await summaries(ids)).map(({ title }) => title)
  return { titles: [...new Set(titles)].slice(0, TITLES), years }
}

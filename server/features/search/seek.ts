import { placeOf, soughtTokens, type SoughtToken } from '../../../shared/domain/searchWords'
import type { SearchPosition } from './cursor'
import type { Candidate, SearchIndex, SearchPlace, SearchRange } from './ports'

/** So many that may be meant are held against the words at a time. */
const BATCH = 64
/** After so many steps an answer goes out with what was found, and a cursor to go on: no question may take long. */
const MOST_STEPS = 12
/** More tokens make the index slower and what it finds hardly better: the text itself is asked in the end. */
const MOST_TOKENS = 8

export interface Question {
  words: string[]
  channelIds: string[] | null
  from: number | null
  to: number | null
  /** Leave out those in whose title not all words stand. */
  titlesOnly?: boolean
}

export interface Found {
  hits: Candidate[]
  /** Where to go on; null: there is no more. */
  next: SearchPosition | null
}

const hasAll = (text: string, words: readonly string[]): boolean => words.every((word) => placeOf(text, word) >= 0)

/** What the index is asked for. Empty: it helps with none of the words, for nearly every article has them. */
async function tokensFor(index: SearchIndex, { field }: SearchRange, words: string[]): Promise<SoughtToken[]> {
  const common = (await index.commonTokens())[field]
  const all = words.flatMap(soughtTokens)
  const unique = [...new Map(all.map((sought) => [`${sought.token}${sought.open}`, sought])).values()]
  const rare = unique.filter((sought) => !common.has(sought))
  // Spread over the whole question: neighbouring pairs say much the same.
  const every = Math.ceil(rare.length / MOST_TOKENS)
  return rare.filter((_sought, at) => at % every === 0)
}

/** Reads one rank on, newest first, until enough is found, all is read, or it has taken long enough. */
async function readRank(
  index: SearchIndex,
  range: SearchRange,
  words: string[],
  wanted: number,
  steps: { left: number },
): Promise<{ hits: Candidate[]; end: SearchPlace | null }> {
  const isHit = (candidate: Candidate): boolean =>
    range.field === 'title'
      ? hasAll(candidate.title, words)
      : hasAll(candidate.text, words) && !hasAll(candidate.title, words)
  const tokens = await tokensFor(index, range, words)
  const hits: Candidate[] = []
  let after = range.after
  while (steps.left > 0) {
    steps.left -= 1
    const from = { ...range, after }
    const { found, end } =
      tokens.length === 0
        ? await index.lookThrough(from, words, BATCH)
        : await index.withTokens(from, tokens, BATCH).then((list) => ({ found: list, end: lastOf(list) }))
    for (const candidate of found) {
      if (!isHit(candidate)) continue
      hits.push(candidate)
      if (hits.length === wanted) return { hits, end: placeOfCandidate(candidate) }
    }
    // A full batch may have left out others before the end of the stretch.
    after = found.length === BATCH ? lastOf(found) : end
    if (after === null) break
  }
  return { hits, end: after }
}

const placeOfCandidate = ({ publishedAt, id }: Candidate): SearchPlace => ({ publishedAt, id })

/** Where a batch from the index ends; null: it was not full, so that nothing follows. */
function lastOf(found: Candidate[]): SearchPlace | null {
  const last = found.at(-1)
  return found.length < BATCH || last === undefined ? null : placeOfCandidate(last)
}

/** Articles that hold all words, those first whose title does; of each kind the newest first. */
export async function seek(
  index: SearchIndex,
  { words, titlesOnly, ...filter }: Question,
  start: SearchPosition,
  limit: number,
): Promise<Found> {
  const steps = { left: MOST_STEPS }
  const hits: Candidate[] = []
  let position: SearchPosition | null = start
  while (position !== null && hits.length < limit && steps.left > 0) {
    const { rank, after }: SearchPosition = position
    const range: SearchRange = { ...filter, field: rank === 0 ? 'title' : 'text', after }
    const read = await readRank(index, range, words, limit - hits.length, steps)
    hits.push(...read.hits)
    if (read.end !== null) position = { rank, after: read.end }
    else position = rank === 0 && titlesOnly !== true ? { rank: 1, after: null } : null
  }
  return { hits, next: position }
}

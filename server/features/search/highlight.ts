import type { Highlighted } from '../../../shared/contract'
import { foldText, foldWithPlaces, placeOf } from '../../../shared/domain/searchWords'

const BEFORE = 18
const LONGEST = 84

type Span = [from: number, to: number]

/** Where the words stand in a text as it is read; places that touch or overlap are one. */
function spansOf(text: string, words: readonly string[]): Span[] {
  const { folded, places } = foldWithPlaces(text)
  const spans: Span[] = []
  for (const word of words) {
    for (let at = placeOf(folded, word); at >= 0; at = placeOf(folded, word, at + word.length)) {
      const last = places[at + word.length - 1] ?? 0
      const end = places.slice(at + word.length).find((place) => place > last) ?? text.length
      spans.push([places[at] ?? 0, end])
    }
  }
  spans.sort(([a], [b]) => a - b)
  const merged: Span[] = []
  for (const [from, to] of spans) {
    const before = merged.at(-1)
    if (before !== undefined && from <= before[1]) before[1] = Math.max(before[1], to)
    else merged.push([from, to])
  }
  return merged
}

function piecesOf(text: string, spans: readonly Span[]): Highlighted {
  const pieces: Highlighted = []
  let at = 0
  for (const [from, to] of spans) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

/** A whole text with what was searched for marked in it. */
export const highlight = (text: string, words: readonly string[]): Highlighted => piecesOf(text, spansOf(text, words))

/** A cut between the halves of a character outside the basic plane would leave two broken ones. */
const wholeAt = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at)

/** The surroundings of the first place in a text, at most 84 characters, on one line. */
function windowOf(text: string, words: readonly string[]): Highlighted {
  const line = text.replace(/\s+/g, ' ').trim()
  const [first] = spansOf(line, words)
  if (first === undefined) return []
  const from = wholeAt(line, Math.max(0, first[0] - BEFORE))
  const to = wholeAt(line, Math.min(line.length, from + LONGEST))
  const cut = `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`
  return highlight(cut, words)
}

/** From the part with the most of the words; of equals the first one. Empty: none of them stands in any. */
export function snippetOf(parts: readonly string[], words: readonly string[]): Highlighted {
  const counted = parts.map((part) => {
    const folded = foldText(part)
    return { part, count: words.filter((word) => placeOf(folded, word) >= 0).length }
  })
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a), { part: '', count: 0 })
  return best.count === 0 ? [] : windowOf(best.part, words)
}

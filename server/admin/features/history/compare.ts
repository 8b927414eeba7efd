import { diffArrays } from 'diff'

export interface Piece {
  text: string
  /** Only on this side: removed on the left, added on the right. */
  marked: boolean
}

export interface Comparison {
  before: Piece[]
  after: Piece[]
  same: boolean
}

/** Beyond this an exact comparison of two unrelated texts would keep the browser busy for seconds. */
const MOST_EDITS = 6_000

// Chinese has no spaces between words; the browser knows where they end.
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** What of two texts differs, word by word. */
export function compare(before: string, after: string): Comparison {
  if (before === after) {
    const pieces = before === '' ? [] : [{ text: before, marked: false }]
    return { before: pieces, after: pieces, same: true }
  }
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS })
  if (changes === undefined) {
    const whole = (text: string): Piece[] => [{ text, marked: true }]
    return { before: whole(before), after: whole(after), same: false }
  }
  const side = (other: 'added' | 'removed', own: 'added' | 'removed'): Piece[] =>
    changes.flatMap((change) => (change[other] ? [] : [{ text: change.value.join(''), marked: change[own] }]))
  return { before: side('added', 'removed'), after: side('removed', 'added'), same: false }
}

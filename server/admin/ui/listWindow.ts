/** Rows from `from` up to but without `to`. */
export interface Span {
  from: number
  to: number
}

/** What stands in the list: rows that are drawn, and the height of those between them that are not, in px. */
export type Piece = { rows: Span } | { gap: number }

/** Heights of rows as far as they were drawn; the others are as high as those on average. In px, the gap below included. */
export class RowHeights {
  private readonly known = new Map<number, number>()
  private sum = 0

  constructor(private readonly guess: number) {}

  private get usual(): number {
    return this.known.size === 0 ? this.guess : this.sum / this.known.size
  }

  /** Says whether that is news. */
  learn(row: number, height: number): boolean {
    const before = this.known.get(row)
    if (before !== undefined && Math.abs(before - height) < 0.5) return false
    this.known.set(row, height)
    this.sum += height - (before ?? 0)
    return true
  }

  /** How high all rows of a span are together. */
  of({ from, to }: Span): number {
    let height = 0
    for (let row = from; row < to; row += 1) height += this.known.get(row) ?? this.usual
    return height
  }

  /** The rows of `count` that stand between two heights below the top of the list; at least one of them. */
  between(top: number, bottom: number, count: number): Span {
    let row = 0
    let below = 0
    const next = () => (below += this.known.get(row) ?? this.usual)
    while (row < count - 1 && next() <= top) row += 1
    const from = row
    if (below === 0) next()
    while (row < count && below < bottom) {
      row += 1
      next()
    }
    return { from, to: Math.max(from + 1, Math.min(count, row + 1)) }
  }
}

/**
 * What to draw of `count` rows: those in sight, and those around the row that has the focus, wherever that is, so that
 * it is neither lost nor alone when Tab goes on from it.
 */
export function piecesOf(heights: RowHeights, count: number, seen: Span, focused: number | null): Piece[] {
  const clip = ({ from, to }: Span): Span => ({ from: Math.max(0, from), to: Math.min(count, to) })
  const spans = [clip(seen)]
  if (focused !== null && focused < count) {
    const kept = clip({ from: focused - 1, to: focused + 2 })
    const [shown = kept] = spans
    if (kept.to < shown.from) spans.unshift(kept)
    else if (kept.from > shown.to) spans.push(kept)
    else spans[0] = { from: Math.min(kept.from, shown.from), to: Math.max(kept.to, shown.to) }
  }
  const pieces: Piece[] = []
  let done = 0
  for (const rows of spans) {
    if (rows.from > done) pieces.push({ gap: heights.of({ from: done, to: rows.from }) })
    pieces.push({ rows })
    done = rows.to
  }
  if (done < count) pieces.push({ gap: heights.of({ from: done, to: count }) })
  return pieces
}

/** The items that pieces draw, in their order. */
export const drawnRows = (pieces: Piece[], columns: number, count: number): number[] =>
  pieces.flatMap((piece) => {
    if ('gap' in piece) return []
    const from = piece.rows.from * columns
    const to = Math.min(count, piece.rows.to * columns)
    return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
  })

import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { useNavigationType } from 'react-router-dom'
import { listPlaces } from './listPlaces'
import { drawnRows, piecesOf, RowHeights, type Piece, type Span } from './listWindow'
import { useLatest } from './useLatest'

/** Drawn above and below what is in sight, in px: a turn of the wheel and a press of Tab find rows there. */
const MARGIN_PX = 900
/** Drawn whole: as quick, and the browser's own search finds everything. */
const SHORT = 100
const FIRST: Span = { from: 0, to: SHORT }

/** Columns, and the gap between rows in px; a list that is no grid has one and none. */
export interface ListLayout {
  columns: number
  gap: number
}

interface ListWindowOptions {
  count: number
  /** -1: more follow, nobody knows how many. */
  total: number
  rowHeight: number
  place: string | undefined
}

const isRow = (child: Element): child is HTMLElement => child instanceof HTMLElement && child.dataset.gap === undefined
const rowsIn = (list: HTMLElement): HTMLElement[] => [...list.children].filter(isRow)

function layoutOf(list: HTMLElement): ListLayout {
  const { display, gridTemplateColumns, rowGap } = getComputedStyle(list)
  if (display !== 'grid') return { columns: 1, gap: 0 }
  return { columns: gridTemplateColumns.split(' ').length, gap: Number.parseFloat(rowGap) || 0 }
}

/** Which of all items a row is, from 0; written where a screen reader looks for it. */
const placeOf = (row: Element): number => Number(row.getAttribute('aria-posinset')) - 1

/** Watches which rows of a list are in sight, how high they are, and which one has the focus. */
export function useListWindow(
  ref: RefObject<HTMLUListElement>,
  { count, total, rowHeight, place }: ListWindowOptions,
): ListLayout & { pieces: Piece[] } {
  // a filter that is chosen begins at the top; who comes back is where they were
  const isComing = useNavigationType() !== 'REPLACE'
  const [back] = useState(() => (place === undefined || !isComing ? undefined : listPlaces.take(place)))
  const [heights, setHeights] = useState(() => back?.heights ?? new RowHeights(rowHeight))
  const [layout, setLayout] = useState<ListLayout>(back?.layout ?? { columns: 1, gap: 0 })
  const [seen, setSeen] = useState<Span>(back === undefined ? FIRST : { from: back.row - 10, to: back.row + 40 })
  const [focused, setFocused] = useState<number | null>(null)
  const [, redraw] = useState(0)
  const rows = Math.ceil(count / layout.columns)
  const pieces = piecesOf(heights, rows, seen, focused)
  const latest = useLatest({ count, rows, heights, layout })
  const [look] = useState(() => () => {
    const list = ref.current
    if (list === null) return
    const { count, rows, heights } = latest.current
    const { top } = list.getBoundingClientRect()
    const next =
      count <= SHORT
        ? { from: 0, to: rows }
        : heights.between(-top - MARGIN_PX, window.innerHeight - top + MARGIN_PX, rows)
    setSeen((known) => (known.from === next.from && known.to === next.to ? known : next))
  })

  // before all else, so that what follows looks at the right place; once, for who scrolls on is somewhere else
  const [comeBack] = useState(() => () => {
    const list = ref.current
    if (list === null || back === undefined || back.row >= latest.current.rows) return
    const top = list.getBoundingClientRect().top + window.scrollY
    window.scrollTo(0, top + back.heights.of({ from: 0, to: back.row }) - back.offset)
  })
  const [leave] = useState(() => (list: HTMLElement) => {
    const first = rowsIn(list).find((row) => row.getBoundingClientRect().bottom > 0)
    if (place === undefined || first === undefined || window.scrollY === 0) return
    const { heights, layout } = latest.current
    const row = Math.floor(placeOf(first) / layout.columns)
    listPlaces.keep(place, { row, offset: first.getBoundingClientRect().top, heights, layout })
    // what comes now begins at its top
    window.scrollTo(0, 0)
  })
  useLayoutEffect(() => {
    const list = ref.current
    if (list === null) return
    comeBack()
    return () => leave(list)
  }, [ref, comeBack, leave])

  // what was drawn is numbered and measured; then there may be more or less in sight
  useLayoutEffect(() => {
    const list = ref.current
    if (list === null) return
    const drawn = drawnRows(pieces, layout.columns, count)
    const found = layoutOf(list)
    let isNews = false
    rowsIn(list).forEach((row, at) => {
      const item = drawn[at] ?? 0
      row.setAttribute('aria-posinset', String(item + 1))
      row.setAttribute('aria-setsize', String(total))
      if (found.columns !== layout.columns || item % layout.columns !== 0) return
      const height = row.getBoundingClientRect().height + layout.gap
      if (heights.learn(item / layout.columns, height)) isNews = true
    })
    if (found.columns !== layout.columns || found.gap !== layout.gap) {
      setLayout(found)
      setHeights(new RowHeights(rowHeight))
      return
    }
    if (isNews) redraw((turn) => turn + 1)
    look()
  }, [ref, pieces, layout, count, total, look, heights, rowHeight])

  useEffect(() => {
    const list = ref.current
    if (list === null) return
    let width = list.clientWidth
    const resized = new ResizeObserver(() => {
      // a wider row is less high; what was measured before holds no longer
      if (list.clientWidth !== width) setHeights(new RowHeights(rowHeight))
      width = list.clientWidth
      look()
    })
    const focus = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest('[aria-posinset]') : null
      if (row !== null) setFocused(Math.floor(placeOf(row) / latest.current.layout.columns))
    }
    const blur = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && list.contains(relatedTarget))) setFocused(null)
    }
    resized.observe(list)
    list.addEventListener('focusin', focus)
    list.addEventListener('focusout', blur)
    // whatever it is that scrolls: the window, a drawer, a dialog
    document.addEventListener('scroll', look, { capture: true, passive: true })
    window.addEventListener('resize', look)
    return () => {
      resized.disconnect()
      list.removeEventListener('focusin', focus)
      list.removeEventListener('focusout', blur)
      document.removeEventListener('scroll', look, { capture: true })
      window.removeEventListener('resize', look)
    }
  }, [ref, latest, look, rowHeight])

  return { ...layout, pieces }
}

import { useRef, type ReactElement } from 'react'
import { useListWindow } from './useListWindow'
import styles from './WindowedList.module.css'

interface WindowedListProps<T> {
  label: string
  className: string | undefined
  items: readonly T[]
  /** Whether that is all there is: a screen reader says how many, or that more follow. */
  whole: boolean
  /** How high a row is before one was drawn, in px. */
  rowHeight: number
  /** Under this name the place in the list is kept for who comes back; absent: it begins at the top. */
  place?: string
  /** One `li` for an item, with a key of its own. */
  children: (item: T) => ReactElement
}

/**
 * A list of any length of which only what is in sight is drawn, in one column or, as a grid, in several. What is left
 * out takes its room, so that the page scrolls as if all were there; each row says which of how many it is.
 */
export function WindowedList<T>(props: WindowedListProps<T>) {
  const { label, className, items, whole, rowHeight, place, children } = props
  const list = useRef<HTMLUListElement>(null)
  const { columns, gap, pieces } = useListWindow(list, {
    count: items.length,
    total: whole ? items.length : -1,
    rowHeight,
    place,
  })
  return (
    <ul ref={list} className={className} aria-label={label}>
      {pieces.flatMap((piece, at) => {
        if ('rows' in piece) return items.slice(piece.rows.from * columns, piece.rows.to * columns).map(children)
        // named by its place: what keeps its key keeps its focus
        const key = at === 0 ? 'before' : at === pieces.length - 1 ? 'after' : 'between'
        return [<li key={key} aria-hidden className={styles.gap} data-gap style={{ height: piece.gap - gap }} />]
      })}
    </ul>
  )
}

import type { KeyboardEvent } from 'react'
import { Link } from 'react-router-dom'
import type { PinnedOrder } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { classes } from '../../ui/classes'
import { Grip } from '../../ui/icons'
import { t } from '../../ui/language'
import { placeFor } from './order'
import styles from './Pinned.module.css'

export type PinnedItem = PinnedOrder['channels'][number]['items'][number]

interface SortRowProps {
  item: PinnedItem
  at: number
  count: number
  fixed: boolean
  dragged: boolean
  onMove: (to: number) => void
  onLift: () => void
  /** Something that is dragged is over this row. */
  onOver: () => void
  onDrop: (isKept: boolean) => void
}

/** One pinned article: dragged, moved by the arrow keys on its grip, or by the two buttons. */
export function SortRow({ item, at, count, fixed, dragged, onMove, onLift, onOver, onDrop }: SortRowProps) {
  const { title } = item
  const press = (event: KeyboardEvent) => {
    const to = placeFor(event.key, at, count)
    if (to === null) return
    event.preventDefault()
    onMove(to)
  }
  const step = (name: string, sign: string, to: number) => (
    <button
      type="button"
      className={styles.step}
      aria-label={name}
      title={name}
      // still reached at the end: the focus is not lost under whoever presses on
      aria-disabled={to < 0 || to >= count}
      onClick={() => onMove(Math.max(0, Math.min(to, count - 1)))}
    >
      {sign}
    </button>
  )
  return (
    <li
      className={classes(styles.row, dragged && styles.dragged)}
      draggable={!fixed}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', title)
        onLift()
      }}
      onDragOver={(event) => {
        event.preventDefault()
        onOver()
      }}
      onDrop={(event) => event.preventDefault()}
      onDragEnd={(event) => onDrop(event.dataTransfer.dropEffect !== 'none')}
    >
      {!fixed && (
        <button
          type="button"
          className={styles.grip}
          aria-label={t(`移动“${title}”`, `Move “${title}”`)}
          aria-describedby="pinned-help"
          title={t('拖动，或按上下方向键', 'Drag, or press the arrow keys')}
          onKeyDown={press}
        >
          <Grip />
        </button>
      )}
      <span className={styles.place}>{at + 1}</span>
      <span className={styles.words}>
        <Link to={`/articles/${item.id}`} draggable={false}>
          {title}
        </Link>
        <time className={styles.soft} dateTime={item.publishedAt}>
          {formatTableTime(Date.parse(item.publishedAt))}
        </time>
      </span>
      {!fixed && (
        <span className={styles.steps}>
          {step(t(`上移“${title}”`, `“${title}” up`), '↑', at - 1)}
          {step(t(`下移“${title}”`, `“${title}” down`), '↓', at + 1)}
        </span>
      )}
    </li>
  )
}

import { useReducer } from 'react'
import type { PictureCut, Size } from '../../../../../shared/domain/pictureCut'
import { shapeCrop, UNCUT, type Shape } from './cropMoves'

interface Crop {
  cut: PictureCut
  shape: Shape
  /** What can be taken back, the last one last. */
  past: { cut: PictureCut; shape: Shape }[]
}

type Move =
  | { type: 'begin' }
  | { type: 'to'; cut: PictureCut }
  | { type: 'shape'; shape: Shape; picture: Size }
  | { type: 'undo' }
  | { type: 'reset' }

const MOST = 100

function reduce(state: Crop, move: Move): Crop {
  const { cut, shape, past } = state
  const kept = [...past, { cut, shape }].slice(-MOST)
  switch (move.type) {
    case 'begin':
      return { ...state, past: kept }
    case 'to':
      return { ...state, cut: move.cut }
    case 'shape':
      return {
        cut: move.shape === null ? cut : shapeCrop(cut, move.shape, move.picture),
        shape: move.shape,
        past: kept,
      }
    case 'undo': {
      const last = past.at(-1)
      return last === undefined ? state : { ...last, past: past.slice(0, -1) }
    }
    case 'reset':
      return { cut: UNCUT, shape: null, past: kept }
  }
}

/** A crop while somebody makes it. A drag begins once and then moves; whatever begins can be taken back. */
export function useCrop(first: PictureCut) {
  const [{ cut, shape, past }, tell] = useReducer(reduce, { cut: first, shape: null, past: [] })
  return {
    cut,
    shape,
    mayUndo: past.length > 0,
    begin: () => tell({ type: 'begin' }),
    to: (next: PictureCut) => tell({ type: 'to', cut: next }),
    choose: (next: Shape, picture: Size) => tell({ type: 'shape', shape: next, picture }),
    undo: () => tell({ type: 'undo' }),
    reset: () => tell({ type: 'reset' }),
  }
}

export type Cropping = ReturnType<typeof useCrop>

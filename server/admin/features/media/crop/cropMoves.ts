import {
  LEAST_PART,
  MIDDLE,
  tidyCut,
  WHOLE,
  type Box,
  type PictureCut,
  type Point,
  type Size,
} from '../../../../../shared/domain/pictureCut'

export type Corner = 'nw' | 'ne' | 'sw' | 'se'
export const CORNERS: Corner[] = ['nw', 'ne', 'sw', 'se']

/** Width to height that a crop keeps; null: any. */
export type Shape = number | null

export const UNCUT: PictureCut = { crop: WHOLE, focus: MIDDLE }

export const isUncut = ({ crop, focus }: PictureCut): boolean =>
  crop.width > 0.999 && crop.height > 0.999 && Math.abs(focus.x - 0.5) < 0.005 && Math.abs(focus.y - 0.5) < 0.005

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most)

/** Moves what is shown, with the focus in it, as far as the edges allow. */
export function moveCrop({ crop, focus }: PictureCut, by: Point): PictureCut {
  const dx = between(-crop.x, by.x, 1 - crop.x - crop.width)
  const dy = between(-crop.y, by.y, 1 - crop.y - crop.height)
  return tidyCut({ crop: { ...crop, x: crop.x + dx, y: crop.y + dy }, focus: { x: focus.x + dx, y: focus.y + dy } })
}

export const moveFocus = (cut: PictureCut, to: Point): PictureCut => tidyCut({ ...cut, focus: to })

/** In parts of a picture, whose width and height are different lengths. */
const partsRatio = (shape: number, picture: Size): number => (shape * picture.height) / picture.width

/** The box that a corner makes with the one opposite it, which stays where it is. */
function boxTo(crop: Box, corner: Corner, to: Point, shape: Shape, picture: Size): Box {
  const left = corner.endsWith('w')
  const upper = corner.startsWith('n')
  const fixed = { x: left ? crop.x + crop.width : crop.x, y: upper ? crop.y + crop.height : crop.y }
  const room = { width: left ? fixed.x : 1 - fixed.x, height: upper ? fixed.y : 1 - fixed.y }
  let width = between(LEAST_PART, left ? fixed.x - to.x : to.x - fixed.x, room.width)
  let height = between(LEAST_PART, upper ? fixed.y - to.y : to.y - fixed.y, room.height)
  if (shape !== null) {
    const ratio = partsRatio(shape, picture)
    width = Math.min(Math.max(width, height * ratio, LEAST_PART, LEAST_PART * ratio), room.width, room.height * ratio)
    height = width / ratio
  }
  return { x: left ? fixed.x - width : fixed.x, y: upper ? fixed.y - height : fixed.y, width, height }
}

/** Drags a corner to a place. */
export const moveCorner = (cut: PictureCut, corner: Corner, to: Point, shape: Shape, picture: Size): PictureCut =>
  tidyCut({ ...cut, crop: boxTo(cut.crop, corner, to, shape, picture) })

export const cornerAt = ({ x, y, width, height }: Box, corner: Corner): Point => ({
  x: corner.endsWith('w') ? x : x + width,
  y: corner.startsWith('n') ? y : y + height,
})

/** The largest crop of a shape, with the focus as near its middle as the edges allow. */
export function shapeCrop({ focus }: PictureCut, shape: number, picture: Size): PictureCut {
  const ratio = partsRatio(shape, picture)
  const width = Math.min(1, ratio)
  const height = Math.min(1, 1 / ratio)
  return tidyCut({ crop: { x: focus.x - width / 2, y: focus.y - height / 2, width, height }, focus })
}

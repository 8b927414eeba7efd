/** A place in a picture, in parts of its width and height, 0 to 1. */
export interface Point {
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

export type Box = Point & Size

/** What is shown of a picture, and what must stay in sight when that is cut to other shapes; in parts of the picture. */
export interface PictureCut {
  crop: Box
  focus: Point
}

export const MIDDLE: Point = { x: 0.5, y: 0.5 }
export const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 }
/** The smallest part of a picture's width or height that can be cut out. */
export const LEAST_PART = 0.05

/** Width to height where a cover is shown: in lists, and on the cards that other sites make of a link. */
export const COVER_SHAPES = { list: 4 / 3, card: 1200 / 630 } as const

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most)

/** Ten-thousandths are less than a pixel of any picture that is kept. */
const rounded = (part: number): number => Math.round(part * 10_000) / 10_000

/** A cut with everything inside the picture, and the focus inside what is shown. */
export function tidyCut({ crop, focus }: PictureCut): PictureCut {
  const width = rounded(between(LEAST_PART, crop.width, 1))
  const height = rounded(between(LEAST_PART, crop.height, 1))
  const x = rounded(between(0, crop.x, 1 - width))
  const y = rounded(between(0, crop.y, 1 - height))
  return {
    crop: { x, y, width, height },
    focus: { x: rounded(between(x, focus.x, x + width)), y: rounded(between(y, focus.y, y + height)) },
  }
}

/** The crop in whole pixels of a picture; at least one, and never beyond its edge. */
export function cropPixels(picture: Size, crop: Box): Box {
  const x = between(0, Math.round(crop.x * picture.width), picture.width - 1)
  const y = between(0, Math.round(crop.y * picture.height), picture.height - 1)
  return {
    x,
    y,
    width: between(1, Math.round(crop.width * picture.width), picture.width - x),
    height: between(1, Math.round(crop.height * picture.height), picture.height - y),
  }
}

/** The focus in parts of what is shown. */
export const focusWithin = ({ crop, focus }: PictureCut): Point => ({
  x: rounded(between(0, (focus.x - crop.x) / crop.width, 1)),
  y: rounded(between(0, (focus.y - crop.y) / crop.height, 1)),
})

/** The largest part of a picture that has a shape (width to height), with the focus as near its middle as the edges allow. */
export function windowAround(picture: Size, ratio: number, focus: Point = MIDDLE): Box {
  const width = Math.min(picture.width, picture.height * ratio)
  const height = Math.min(picture.height, picture.width / ratio)
  return {
    x: between(0, focus.x * picture.width - width / 2, picture.width - width),
    y: between(0, focus.y * picture.height - height / 2, picture.height - height),
    width,
    height,
  }
}

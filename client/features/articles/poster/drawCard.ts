import type { Point } from '../../../../shared/domain/pictureCut'
import type { Loaded, Pen } from '../../../platform/canvas'
import { linesOf } from './lines'
import { widthWith } from './drawPoster'
import { drawPicture, drawWaves, face, writeText } from './shapes'

export interface CardWords {
  channel: string
  title: string
  organisation: string
  /** What stays in sight of the picture. */
  focus?: Point
}

const WIDTH = 500
const BRAND = '#0b6e6b'
const EDGE = 40

/** Height of a card that is 500 wide, for a shape told as width to height. */
export const cardSize = (ratio: number): { width: number; height: number } => ({
  width: WIDTH,
  height: Math.round(WIDTH / ratio),
})

/** The card that WeChat shows of a shared article: its picture, or its name on the association's colour. */
export function drawCard(pen: Pen, words: CardWords, ratio: number, picture: Loaded | null): void {
  const { width, height } = cardSize(ratio)
  const all = { x: 0, y: 0, width, height }
  pen.fillStyle = BRAND
  pen.fillRect(0, 0, width, height)
  if (picture) {
    drawPicture(pen, picture, all, 0, words.focus)
    return
  }
  drawWaves(pen, all)
  const measured = widthWith(pen)
  writeText(pen, words.channel, EDGE, EDGE, face(24, 500), '#d5ecea')
  const most = ratio > 1 ? 4 : 5
  let y = EDGE + 52
  for (const line of linesOf(words.title, (part) => measured(part, face(40, 600)), width - 2 * EDGE, most)) {
    writeText(pen, line, EDGE, y, face(40, 600), '#ffffff')
    y += 56
  }
  writeText(pen, words.organisation, EDGE, height - EDGE - 24, face(24), '#d5ecea')
}

import { windowAround, type Point } from '../../../../shared/domain/pictureCut'
import type { Loaded, Pen } from '../../../platform/canvas'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The faces of the app's own style sheet; a canvas takes no variables. */
const FACES = "-apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"
export const face = (size: number, weight: 400 | 500 | 600 = 400): string => `${weight} ${size}px ${FACES}`

/** The light look, whatever the reader's own is: a poster is printed and forwarded. */
export const INK = {
  paper: '#ffffff',
  text: '#142423',
  quiet: '#465a58',
  line: '#e0e9e8',
  brand: '#0b6e6b',
  soft: '#e2f1ef',
}

export function roundedPath(pen: Pen, { x, y, width, height }: Box, radius: number): void {
  pen.beginPath()
  pen.moveTo(x + radius, y)
  pen.arcTo(x + width, y, x + width, y + height, radius)
  pen.arcTo(x + width, y + height, x, y + height, radius)
  pen.arcTo(x, y + height, x, y, radius)
  pen.arcTo(x, y, x + width, y, radius)
  pen.closePath()
}

/** A picture that fills a box from its middle, or around its focus, with rounded corners. */
export function drawPicture(pen: Pen, picture: Loaded, box: Box, radius: number, focus?: Point): void {
  const part = windowAround(picture, box.width / box.height, focus)
  pen.save()
  roundedPath(pen, box, radius)
  pen.clip()
  pen.drawImage(picture, part.x, part.y, part.width, part.height, box.x, box.y, box.width, box.height)
  pen.restore()
}

export function writeText(pen: Pen, text: string, x: number, y: number, font: string, colour: string): void {
  pen.font = font
  pen.fillStyle = colour
  pen.textBaseline = 'top'
  pen.fillText(text, x, y)
}

/** Three waves, as on the first screen. */
export function drawWaves(pen: Pen, { x, y, width, height }: Box): void {
  for (const [depth, strength] of [
    [0.35, 0.08],
    [0.6, 0.1],
    [0.8, 0.12],
  ] as const) {
    const top = y + height * depth
    const swell = height * 0.12
    pen.fillStyle = `rgba(255, 255, 255, ${strength})`
    pen.beginPath()
    pen.moveTo(x, top)
    for (let step = 0; step <= 24; step += 1) {
      pen.lineTo(x + (width * step) / 24, top + Math.sin((step / 24) * Math.PI * 3 + depth * 9) * swell)
    }
    pen.lineTo(x + width, y + height)
    pen.lineTo(x, y + height)
    pen.closePath()
    pen.fill()
  }
}

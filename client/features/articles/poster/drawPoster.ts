import type { Point } from '../../../../shared/domain/pictureCut'
import type { Loaded, Pen } from '../../../platform/canvas'
import { linesOf } from './lines'
import { drawPicture, drawWaves, face, INK, roundedPath, writeText } from './shapes'

export interface PosterWords {
  channel: string
  title: string
  /** `2026年11月23日`, or when and where of an event. */
  lines: string[]
  organisation: string
  /** Beside the code, or in its place when there is none. */
  hint: string
  /** What stays in sight of the cover. */
  focus?: Point
}

export const POSTER_WIDTH = 375
const EDGE = 24
const INNER = POSTER_WIDTH - 2 * EDGE
const COVER = { x: 0, y: 0, width: POSTER_WIDTH, height: 250 }
const TITLE = { size: 24, line: 34, most: 5 }
const DETAIL = { size: 15, line: 24, most: 2 }
const CODE = 96

interface PosterSet {
  title: string[]
  details: string[]
  height: number
}

/** How a poster is set: the lines of its text and the height that they need. */
export function setPoster(words: PosterWords, widthOf: (text: string, font: string) => number): PosterSet {
  const wrap = (text: string, font: string, most: number): string[] =>
    linesOf(text, (part) => widthOf(part, font), INNER, most)
  const title = wrap(words.title, face(TITLE.size, 600), TITLE.most)
  const details = words.lines.flatMap((line) => wrap(line, face(DETAIL.size), DETAIL.most))
  const text = 24 + 30 + title.length * TITLE.line + 12 + details.length * DETAIL.line
  return { title, details, height: COVER.height + text + 24 + CODE + 32 }
}

export const widthWith =
  (pen: Pen) =>
  (text: string, font: string): number => {
    pen.font = font
    return pen.measureText(text).width
  }

/** Draws a poster of the height that `setPoster` told: cover, channel, title, date, association and code. */
export function drawPoster(pen: Pen, words: PosterWords, set: PosterSet, [cover, code]: (Loaded | null)[]): void {
  pen.fillStyle = INK.paper
  pen.fillRect(0, 0, POSTER_WIDTH, set.height)
  if (cover) drawPicture(pen, cover, COVER, 0, words.focus)
  else {
    pen.fillStyle = INK.brand
    pen.fillRect(COVER.x, COVER.y, COVER.width, COVER.height)
    drawWaves(pen, COVER)
    writeText(pen, words.organisation, EDGE, 96, face(22, 600), '#ffffff')
  }
  let y = COVER.height + 24
  writeText(pen, words.channel, EDGE, y, face(14, 500), INK.brand)
  y += 30
  for (const line of set.title) {
    writeText(pen, line, EDGE, y, face(TITLE.size, 600), INK.text)
    y += TITLE.line
  }
  y += 12
  for (const line of set.details) {
    writeText(pen, line, EDGE, y, face(DETAIL.size), INK.quiet)
    y += DETAIL.line
  }
  drawFoot(pen, words, y + 24, code ?? null)
}

function drawFoot(pen: Pen, words: PosterWords, top: number, code: Loaded | null): void {
  pen.fillStyle = INK.line
  pen.fillRect(EDGE, top - 12, INNER, 1)
  const room = code ? INNER - CODE - 16 : INNER
  const measured = widthWith(pen)
  const names = linesOf(words.organisation, (part) => measured(part, face(16, 600)), room, 2)
  const hints = linesOf(words.hint, (part) => measured(part, face(14)), room, 3)
  let y = top + Math.max(8, (CODE - names.length * 24 - hints.length * 21) / 2 + 8)
  for (const name of names) {
    writeText(pen, name, EDGE, y, face(16, 600), INK.text)
    y += 24
  }
  for (const hint of hints) {
    writeText(pen, hint, EDGE, y, face(14), INK.quiet)
    y += 21
  }
  if (!code) return
  const box = { x: POSTER_WIDTH - EDGE - CODE, y: top + 8, width: CODE, height: CODE }
  pen.fillStyle = INK.paper
  roundedPath(pen, box, 8)
  pen.fill()
  drawPicture(pen, code, box, 4)
}

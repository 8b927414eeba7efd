import { fromWallClock } from '../../../shared/domain/time'
import type { Piece } from './pieces'

/** The line under a title: 发布人 … 时间 … 浏览 …次. */
export interface MetaLine {
  publisher: string | null
  publishedAt: number | null
  views: number | null
  /** Its first piece, and the first after it. */
  from: number
  to: number
}

const PUBLISHER =
  /(?:发布人|发布者|发布单位|作者|来源)\s*[:：]\s*(.*?)\s*(?=(?:发布|更新)?(?:时间|日期)\s*[:：]|浏览|点击|阅读|$)/
const TIME =
  /(?:时间|日期)\s*[:：]\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(?:\s+(上午|下午)?\s*(\d{1,2})\s*[:：]\s*(\d{2})(?:\s*[:：]\s*(\d{2}))?)?/
const VIEWS = /(?:浏览|点击|阅读)(?:次数|人数|量|数)?\s*[:：]?\s*(\d{1,9})\s*次?/
/** No line of this kind is longer. */
const LONGEST = 160
/** It may be spread over so many cells. */
const MOST_PIECES = 4

function timeIn(text: string): number | null {
  const found = TIME.exec(text)
  if (found === null) return null
  const [year = 0, month = 0, day = 0] = [found[1], found[2], found[3]].map(Number)
  const half = found[4] === '下午' && Number(found[5]) < 12 ? 12 : 0
  const [hour = 0, minute = 0, second = 0] = [found[5], found[6], found[7]].map((part) => Number(part ?? 0))
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (!isReal || hour + half > 23 || minute > 59 || second > 59) return null
  return fromWallClock({ year, month, day, hour: hour + half, minute, second })
}

/** What the line says, when it is one: a time or views, and one thing more. */
function readMeta(text: string): Omit<MetaLine, 'from' | 'to'> | null {
  if (text.length > LONGEST) return null
  const publisher = PUBLISHER.exec(text)?.[1] ?? null
  const views = VIEWS.exec(text)?.[1]
  const hasTime = /(?:时间|日期)\s*[:：]\s*\d{4}/.test(text)
  const signs = [publisher !== null, hasTime, views !== undefined].filter(Boolean).length
  if (signs < 2) return null
  return {
    publisher: publisher === '' ? null : publisher,
    publishedAt: timeIn(text),
    views: views === undefined ? null : Number(views),
  }
}

/** Whether a piece is a part of such a line by itself. */
const hasSign = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  piece.text.length <= LONGEST &&
  [/(?:发布人|发布者|发布单位|作者|来源)\s*[:：]/, /(?:时间|日期)\s*[:：]\s*\d{4}/, VIEWS].some((sign) =>
    sign.test(piece.text),
  )

/** The first line of this kind, in one piece or spread over several that stand one after the other. */
export function findMeta(pieces: readonly Piece[]): MetaLine | null {
  for (let from = 0; from < pieces.length; from += 1) {
    if (!hasSign(pieces[from])) continue
    let best: MetaLine | null = null
    for (let to = from + 1; to <= from + MOST_PIECES && hasSign(pieces[to - 1]); to += 1) {
      const text = pieces
        .slice(from, to)
        .map((piece) => piece.text)
        .join(' ')
      const meta = readMeta(text)
      const isMore = meta !== null && (best === null || countOf(meta) > countOf(best))
      if (isMore) best = { ...meta, from, to }
    }
    if (best !== null) return best
  }
  return null
}

const countOf = (meta: Omit<MetaLine, 'from' | 'to'>): number =>
  [meta.publisher, meta.publishedAt, meta.views].filter((value) => value !== null).length

const RIGHTS = /copyright|版权所有/i
/** What may stand below the line of rights. */
const BELOW = [
  RIGHTS,
  /^地址\s*[:：]/,
  /^(?:联系)?电话\s*[:：]/,
  /^邮编\s*[:：]/,
  /^技术支持/,
  /ICP备/i,
  /公网安备/,
  /^(?:主办|承办)(?:单位)?\s*[:：]/,
]
const TURNING = /^(?:【?(?:打印|关闭|返回|收藏)[^。]{0,12}】?\s*)+$|^(?:上|下)一(?:篇|条)\s*[:：]/

/** The end of a body: where the foot of the page begins, and whether that was certain. */
export function endOfBody(pieces: readonly Piece[], from: number): { end: number; isClear: boolean } {
  let end = pieces.length
  let isClear = false
  const isFoot = (piece: Piece | undefined) =>
    piece !== undefined && (piece.kind === 'rule' || BELOW.some((pattern) => pattern.test(piece.text)))
  for (let at = pieces.length - 1; at >= from && isFoot(pieces[at]); at -= 1) {
    if (!RIGHTS.test(pieces[at]?.text ?? '')) continue
    end = at
    isClear = true
    break
  }
  while (end > from) {
    const last = pieces[end - 1]
    const isTurning = last !== undefined && TURNING.test(last.text)
    if (!isTurning && last?.kind !== 'rule') break
    end -= 1
  }
  return { end, isClear }
}

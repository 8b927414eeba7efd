import { fromWallClock } from '../../../../shared/domain/time'

const WRITTEN =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(?:[\sT]+(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?)?\s*分?$/

/** A time as people write it, of Shanghai unless it names another zone; null when it is none. */
export function timeIn(text: string): number | null {
  const written = WRITTEN.exec(text.trim())
  if (written === null) {
    const zoned = /(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})\s*$/i.test(text) ? Date.parse(text) : Number.NaN
    return Number.isNaN(zoned) ? null : zoned
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = written
    .slice(1)
    .map((part) => Number(part ?? 0))
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (!isReal || hour > 23 || minute > 59 || second > 59) return null
  return fromWallClock({ year, month, day, hour, minute, second })
}

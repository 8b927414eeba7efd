import iconv from 'iconv-lite'

/** A character that a wrong reading has swallowed, or the question mark that was put for it. */
const LOST = /[\uFFFD?？]/
/** Fewer certain characters than these could be anything. */
const FEWEST_CERTAIN = 2

/** A text read again as what it may have been before a wrong reading. Lost characters are U+FFFD. */
const READINGS: ((text: string) => string)[] = [
  // Read rightly already, but with losses.
  (text) => (text.includes('\uFFFD') ? text : ''),
  // UTF-8 that was read as GBK, the common one: 鏂伴椈 for 新闻.
  (text) => iconv.encode(text, 'gbk').toString('utf8'),
  (text) => iconv.encode(text, 'gb18030').toString('utf8'),
  // UTF-8 that was read as a Western code page: æ–°é—» for 新闻.
  (text) => iconv.encode(text, 'win1252').toString('utf8'),
  (text) => iconv.encode(text, 'latin1').toString('utf8'),
  // GBK that was read as a Western code page: ÐÂÎÅ for 新闻.
  (text) => iconv.decode(iconv.encode(text, 'win1252'), 'gbk'),
  (text) => iconv.decode(iconv.encode(text, 'latin1'), 'gbk'),
]

const tidy = (text: string): string => text.replace(/\s+/g, '')

/** The pattern that a damaged text leaves of a name: certain characters, and gaps of at most four. */
function patternOf(damaged: string): { pattern: RegExp; certain: number } | null {
  const parts = damaged.split(new RegExp(`(?:${LOST.source})+`))
  const certain = parts.join('').length
  if (certain < FEWEST_CERTAIN) return null
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return { pattern: new RegExp(`^${escaped.join('.{0,4}')}$`, 'u'), certain }
}

export interface RepairedName {
  name: string
  /** Whether the name stood there as it is; false: it was found by reading the text again. */
  isExact: boolean
}

/**
 * The known name that a text stands for, also when it was read in a wrong encoding and has lost characters by it; null
 * when none fits, or more than one.
 */
export function repairName(text: string, known: readonly string[]): RepairedName | null {
  const written = tidy(text)
  const exact = known.find((name) => tidy(name) === written)
  if (exact !== undefined) return { name: exact, isExact: true }
  if (!/[^\x20-\x7e]/.test(written)) return null
  for (const read of READINGS) {
    const found = patternOf(tidy(read(written)))
    if (found === null) continue
    const fitting = known.filter((name) => found.pattern.test(tidy(name)) && found.certain * 2 >= tidy(name).length)
    if (fitting.length === 1) return { name: fitting[0] ?? '', isExact: false }
  }
  return null
}

/** Signs of UTF-8 that was read as GBK: these stand in every other word of it and hardly ever in Chinese. */
const SUSPECT = /[鏂鐨勬槸涓浗鍦鍏鍚鍛鎴戜粬閫閿缁绔銆锛鈥]/gu

/** A whole text that was read as GBK while it was UTF-8, read again; null when it was not, or characters would be lost. */
export function repairText(text: string): string | null {
  const letters = text.replace(/[\p{ASCII}\s]/gu, '')
  if (letters.length < 4 || (letters.match(SUSPECT)?.length ?? 0) * 8 < letters.length) return null
  const again = iconv.encode(text, 'gbk').toString('utf8')
  return again.includes('\uFFFD') || again === text ? null : again
}

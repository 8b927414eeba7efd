import iconv from 'iconv-lite'

export type PageEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

export interface DecodedPage {
  text: string
  encoding: PageEncoding
  /** What the page says of itself, in small letters; null: nothing. */
  declared: string | null
  /** The last character lacks bytes: the file was cut off. */
  isCut: boolean
  /** What stands in another encoding than most of the page, as it was read. */
  foreign: string[]
}

const REPLACEMENT = '\uFFFD'
const strict = new TextDecoder('utf-8', { fatal: true })

/** Bytes that stand for themselves in UTF-8 and in GB18030 and are never the end of a longer character. */
const BOUNDARIES = new Set([0x0a, 0x0d, 0x3c, 0x3e])

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

/** Bytes at the end that begin a UTF-8 character without finishing it; 0 when the end is whole. */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return needed > back ? back : 0
  }
  return 0
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)

/** Pieces between markup and line ends: each was written by one program, in one encoding. */
function segments(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (!BOUNDARIES.has(bytes[at] ?? 0)) continue
    parts.push(bytes.subarray(from, at + 1))
    from = at + 1
  }
  if (from < bytes.length) parts.push(bytes.subarray(from))
  return parts
}

/** Chinese in UTF-8 takes three bytes; two words in GBK can look like UTF-8 of other scripts by chance. */
const hasChinese = (text: string): boolean => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text)

/** Whether a character is among the 3,755 common ones, which GB 2312 lists first. */
function isCommon(character: string): boolean {
  const [first = 0, second = 0] = iconv.encode(character, 'gbk')
  return first >= 0xb0 && first <= 0xd7 && second >= 0xa1
}

const PUNCTUATION = /[\u3000-\u303f\uff00-\uffef\u2010-\u2027·]/

/** The share of common characters among those that are neither Latin nor punctuation; 0 when there are none. */
function commonness(text: string): number {
  const characters = [...text].filter((character) => character > '\u007f' && !PUNCTUATION.test(character))
  return characters.length === 0 ? 0 : characters.filter(isCommon).length / characters.length
}

/**
 * A segment that is right in both encodings is what the page is, unless the other reading is plain Chinese and this one is
 * not.
 */
function isUtf8Within(utf8: string | null, gbk: string): boolean {
  if (utf8 === null || !hasChinese(utf8)) return false
  if (gbk.includes(REPLACEMENT)) return true
  return commonness(utf8.replaceAll(REPLACEMENT, '')) > 0.9 && commonness(gbk) < 0.6
}

/** Reads a page that is not UTF-8 as a whole, piece by piece. */
function decodeSegments(bytes: Buffer): Pick<DecodedPage, 'text' | 'encoding' | 'foreign'> {
  let text = ''
  const read = { 'utf-8': [] as string[], gb18030: [] as string[] }
  for (const segment of segments(bytes)) {
    if (isAscii(segment)) {
      text += segment.toString('latin1')
      continue
    }
    const utf8 = asUtf8(segment)
    const gbk = iconv.decode(segment, 'gb18030')
    const isUtf8 = isUtf8Within(utf8, gbk)
    const words = isUtf8 ? (utf8 ?? '') : gbk
    read[isUtf8 ? 'utf-8' : 'gb18030'].push(words)
    text += words
  }
  const encoding = lengthOf(read['utf-8']) > lengthOf(read.gb18030) ? 'utf-8' : 'gb18030'
  return { text, encoding, foreign: read[encoding === 'utf-8' ? 'gb18030' : 'utf-8'] }
}

const lengthOf = (texts: string[]): number => texts.reduce((sum, text) => sum + text.length, 0)

/** What `<meta charset>` or `<?xml encoding>` says near the beginning. */
function declaredIn(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString('latin1')
  const found = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? /<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)
  return found?.[1]?.toLowerCase() ?? null
}

/**
 * Reads a page of the old site as text. What the bytes are goes before what the page says of itself: pages were saved
 * again in other encodings, and kept what they had said.
 */
export function decodePage(bytes: Buffer): DecodedPage {
  const declared = declaredIn(bytes)
  const done = (text: string, encoding: PageEncoding, isCut = false, foreign: string[] = []): DecodedPage => ({
    text: text.replace(/^\uFEFF/, ''),
    encoding,
    declared,
    isCut,
    foreign,
  })
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return done(iconv.decode(bytes, 'utf-16le'), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return done(iconv.decode(bytes, 'utf-16be'), 'utf-16be')
  const whole = asUtf8(bytes)
  if (whole !== null) return done(whole, 'utf-8')
  const tail = unfinishedTail(bytes)
  const butTail = tail === 0 ? null : asUtf8(bytes.subarray(0, bytes.length - tail))
  if (butTail !== null && hasChinese(butTail)) return done(butTail, 'utf-8', true)
  const { text, encoding, foreign } = decodeSegments(bytes)
  return done(text, encoding, text.endsWith(REPLACEMENT), foreign)
}

/** Whether a page's own word and its bytes disagree. */
export function isDeclaredWrongly({ declared, encoding }: DecodedPage): boolean {
  if (declared === null) return false
  const isChinese = /^(?:gbk|gb2312|gb18030|gb_2312-80|x-gbk)$/.test(declared)
  if (encoding === 'gb18030') return !isChinese
  return encoding === 'utf-8' ? !/^utf-?8$/.test(declared) : !declared.startsWith('utf-16')
}

import { load } from 'cheerio'
import { decodePage, isDeclaredWrongly } from './decode'
import type { FoundArticle } from './found'
import { endOfBody, findMeta } from './frame'
import { repairName, repairText } from './garbling'
import { escapeValue, Gathered, tidyText } from './inline'
import { piecesOfHtml, piecesOfText, type Piece } from './pieces'

export interface ReadingOptions {
  /** Names of our channels that hold articles. */
  channels: readonly string[]
  /** Where the page stood; '' when that is not known. */
  base: string
  now: number
  /** Whose articles these are when a page does not say. */
  organisation: string
}

const IS_MARKUP = /<(?:!doctype|html|head|body|table|div|p|br|meta|td|font)\b/i
/** Titles stand at most so many pieces above the line with the time. */
const ABOVE = 6
/** Characters of a page that are shown beside what was found. */
const SHOWN = 4_000

interface Page {
  pieces: Piece[]
  gathered: Gathered
  /** Of `<title>`; '' when there is none. */
  head: string
}

function openPage(text: string, base: string): Page {
  const gathered = new Gathered(base)
  if (!IS_MARKUP.test(text)) return { pieces: piecesOfText(text), gathered, head: '' }
  const $ = load(text)
  const own = $('base[href]').attr('href')
  const from = own === undefined ? gathered : new Gathered(gathered.resolve(own) ?? base)
  const body = $('body').get(0)
  return {
    pieces: body === undefined ? [] : piecesOfHtml(body, from),
    gathered: from,
    head: tidyText($('head > title').text()),
  }
}

interface Heading {
  title: string
  channel: ReturnType<typeof repairName>
  /** The words that the channel was found by. */
  written: string
}

/** The last part of a path such as 首页 > 协会资讯 > 新闻速递. */
const lastStep = (text: string): string => text.split(/\s*(?:>>|>|»|›|→|::)\s*/).pop() ?? text

/** Title and channel: what stands above the line with the time. */
function readHeading(above: readonly Piece[], head: string, channels: readonly string[]): Heading {
  let title = ''
  for (const { text } of [...above].reverse().slice(0, ABOVE)) {
    if (text === '') continue
    const channel = repairName(text, channels) ?? repairName(lastStep(text), channels)
    if (channel !== null) return { title: title || titleOf(head, channels), channel, written: text }
    if (title === '') title = text
  }
  const channel = head
    .split(/\s*[-_|—]\s*/)
    .map((part) => repairName(part, channels))
    .find((found) => found !== null)
  return { title: title || titleOf(head, channels), channel: channel ?? null, written: head }
}

/** What `<title>` says besides the names of channels and of the site. */
function titleOf(head: string, channels: readonly string[]): string {
  const [first = ''] = head.split(/\s*[-_|—]\s*/)
  return repairName(first, channels) === null ? first : ''
}

/** Finds the article in a saved page of the old site. What is not certain is said; nothing is thrown for it. */
export function readPage(bytes: Buffer, { channels, base, now, organisation }: ReadingOptions): FoundArticle {
  const decoded = decodePage(bytes)
  const doubts: FoundArticle['doubts'] = decoded.isCut ? [{ code: 'page_cut_off' }] : []
  const mends: FoundArticle['mends'] = []
  if (isDeclaredWrongly(decoded)) mends.push({ code: 'encoding_declared_wrong', detail: decoded.declared ?? '' })
  let page = openPage(decoded.text, base)
  let meta = findMeta(page.pieces)
  if (meta === null) {
    const again = repairText(decoded.text)
    const repaired = again === null ? null : openPage(again, base)
    const found = repaired === null ? null : findMeta(repaired.pieces)
    if (repaired !== null && found !== null) {
      page = repaired
      meta = found
      mends.push({ code: 'text_repaired' })
    }
  }
  const { pieces, gathered, head } = page
  const heading = readHeading(pieces.slice(0, meta?.from ?? 0), head, channels)
  const start = skipRule(pieces, meta?.to ?? 0)
  const { end, isClear } = endOfBody(pieces, start)
  const bodyHtml = pieces
    .slice(start, end)
    .map(({ html }) => html)
    .join('')

  // A section's name in another encoding is known again; anything else may have been read wrongly.
  if (decoded.foreign.some((text) => tidyText(text.replace(/[<>]/g, '')) !== heading.written)) {
    doubts.push({ code: 'encoding_mixed' })
  }
  const lost = [heading.title, meta?.publisher ?? '', bodyHtml].join('').split('\uFFFD').length - 1
  if (lost > 0) doubts.push({ code: 'encoding_unreadable', detail: String(lost) })
  if (heading.title === '') doubts.push({ code: 'title_missing' })
  const publishedAt = meta?.publishedAt ?? null
  if (publishedAt === null) doubts.push({ code: 'time_missing' })
  else if (publishedAt > now) doubts.push({ code: 'time_in_future' })
  if (heading.channel === null) doubts.push({ code: 'channel_unknown', detail: heading.written })
  else if (!heading.channel.isExact) mends.push({ code: 'channel_repaired', detail: heading.written })
  if (bodyHtml === '') doubts.push({ code: 'body_empty' })
  else if (!isClear) doubts.push({ code: 'body_end_unclear' })
  if ((meta?.publisher ?? null) === null) mends.push({ code: 'publisher_assumed', detail: organisation })
  return {
    title: heading.title,
    hasMeta: meta !== null,
    publisher: meta?.publisher ?? null,
    publishedAt,
    views: meta?.views ?? 0,
    channel: heading.channel?.name ?? null,
    bodyHtml,
    pictures: gathered.pictures.filter((src) => bodyHtml.includes(escapeValue(src))),
    alternatives: gathered.alternatives,
    attachments: gathered.attachments.filter(({ href }) => bodyHtml.includes(escapeValue(href))),
    original: pieces
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n')
      .slice(0, SHOWN),
    doubts,
    mends,
  }
}

/** The line that old pages draw under the title is none of the article's. */
const skipRule = (pieces: readonly Piece[], at: number): number =>
  pieces[at]?.kind === 'rule' || /^[-=_—─*]{8,}$/.test(pieces[at]?.text ?? '') ? at + 1 : at

import { load } from 'cheerio'
import type { FoundArticle } from '../found'
import { repairName } from '../garbling'
import { Gathered, tidyText } from '../inline'
import { piecesOfHtml, piecesOfText } from '../pieces'
import type { ReadingOptions } from '../readPage'

/** An article as another program exported it: named values, nothing to be searched for. */
export interface ArticleRecord {
  /** Where it stood; '' when that is not told. */
  address: string
  title: string
  /** '' when nobody is named. */
  publisher: string
  /** ms; null when there is none, or it cannot be read. */
  publishedAt: number | null
  views: number
  /** Names of its sections, the likeliest first. */
  channels: string[]
  /** Markup, or plain text. */
  body: string
  /** Whether the other program showed it to everybody. */
  isPublic: boolean
}

const IS_MARKUP = /<\/?(?:p|div|br|table|ul|ol|h[1-6]|img|span|a|strong|em|blockquote|figure)\b[^>]*>/i

/** Lays a body out as one of ours: paragraphs, lists, tables, pictures, and nothing of fonts and frames. */
function bodyOf(body: string, gathered: Gathered): string {
  const markup = IS_MARKUP.test(body) ? body : null
  const root = markup === null ? undefined : load(markup)('body').get(0)
  const pieces = markup === null ? piecesOfText(body) : root === undefined ? [] : piecesOfHtml(root, gathered)
  return pieces.map(({ html }) => html).join('')
}

/** What a record says, with what is doubtful about it. */
export function foundInRecord(
  record: ArticleRecord,
  { channels, base, now, organisation }: ReadingOptions,
): FoundArticle {
  const gathered = new Gathered(record.address === '' ? base : record.address)
  const bodyHtml = bodyOf(record.body, gathered)
  const title = tidyText(record.title)
  const publisher = tidyText(record.publisher)
  const doubts: FoundArticle['doubts'] = []
  const mends: FoundArticle['mends'] = []
  const channel = record.channels.map((name) => repairName(name, channels)).find((found) => found !== null) ?? null
  if (title === '') doubts.push({ code: 'title_missing' })
  if (record.publishedAt === null) doubts.push({ code: 'time_missing' })
  else if (record.publishedAt > now) doubts.push({ code: 'time_in_future' })
  if (channel === null) doubts.push({ code: 'channel_unknown', detail: record.channels.join('、') })
  else if (!channel.isExact) mends.push({ code: 'channel_repaired', detail: record.channels.join('、') })
  if (bodyHtml === '') doubts.push({ code: 'body_empty' })
  if (`${title}${bodyHtml}`.includes('\uFFFD')) doubts.push({ code: 'encoding_unreadable', detail: '' })
  if (!record.isPublic) doubts.push({ code: 'not_public' })
  if (publisher === '') mends.push({ code: 'publisher_assumed', detail: organisation })
  return {
    title,
    hasMeta: true,
    publisher: publisher === '' ? null : publisher,
    publishedAt: record.publishedAt,
    views: record.views,
    channel: channel?.name ?? null,
    bodyHtml,
    pictures: gathered.pictures,
    alternatives: gathered.alternatives,
    attachments: gathered.attachments,
    original: tidyText(record.body.replace(/<[^>]*>/g, ' ')).slice(0, 4_000),
    doubts,
    mends,
  }
}

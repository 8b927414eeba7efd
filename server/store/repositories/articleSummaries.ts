import type { ChannelRef } from '../../../shared/contract'
import type { ListPosition, PublishedSummary } from '../../features/articles/ports'
import type { Row } from '../plainRows'
import {
  COVER_COLUMNS,
  coverOf,
  EVENT_COLUMNS,
  publishedEventOf,
  type CoverColumns,
  type EventColumns,
} from './articleColumns'

/** Names of what `summaryValues` selects. */
export const SUMMARY_COLUMNS = [
  ...['id', 'channel_id', 'channel', 'title', 'summary', 'publisher', 'published_at', 'views', 'pinned', 'more'],
] as const

const MORE = `${COVER_COLUMNS}, ${EVENT_COLUMNS}`
  .split(',')
  .map((column) => column.trim().split(' AS '))
  .map(([column = '', name = column.split('.')[1]]) => `'${name}', ${column}`)
  .join(', ')

/**
 * What lists show, in few values: what a driver does for each value of each row costs several times what the database
 * does. Cover and event stand in one, which most articles lack; a slug has no space. `pinned` is 0 for what is not, and else
 * one more than the place.
 */
export const summaryValues = (isMysql: boolean): string => `a.id, a.channel_id,
  CONCAT_WS(' ', c.slug, c.name) AS channel, a.title, a.summary, a.publisher, a.published_at, a.views,
  CASE WHEN a.pinned = 1 THEN a.pin_place + 1 ELSE 0 END AS pinned,
  CASE WHEN m.id IS NULL AND e.article_id IS NULL THEN NULL ELSE ${isMysql ? 'JSON_OBJECT' : 'json_object'}(${MORE}) END AS more`

/** `index`: a hint for the table of articles, as its database takes it. */
export const fromArticles = (index: string): string => `FROM article a ${index}
  JOIN channel c ON c.id = a.channel_id
  LEFT JOIN media m ON m.id = a.cover_id
  LEFT JOIN event e ON e.article_id = a.id`

/** Events first, and of each its article: an association has few events among very many articles. `join` keeps the order. */
export const fromEvents = (join: string): string => `FROM event e
  ${join} article a ON a.id = e.article_id
  JOIN channel c ON c.id = a.channel_id
  LEFT JOIN media m ON m.id = a.cover_id`

export const VISIBLE = `a.status = 'published' AND c.hidden = 0`

const channels = new Map<string, { text: string; channel: ChannelRef }>()

/** One object for all articles of a channel, as it is named now. There are few channels, and each keeps its id. */
function channelOf(id: string, text: string): ChannelRef {
  const known = channels.get(id)
  if (known?.text === text) return known.channel
  const space = text.indexOf(' ')
  const channel = { id, slug: text.slice(0, space), name: text.slice(space + 1) }
  channels.set(id, { text, channel })
  return channel
}

type More = CoverColumns & EventColumns

/** Some drivers read JSON themselves. */
const read = (more: unknown): More => (typeof more === 'string' ? JSON.parse(more) : more) as More

/** From values in the order of `SUMMARY_COLUMNS`; `bigint` may come as text. */
export function summaryOf(row: Row): PublishedSummary {
  const more = row[9] === null ? null : read(row[9])
  return {
    id: row[0] as string,
    channel: channelOf(row[1] as string, row[2] as string),
    title: row[3] as string,
    summary: row[4] as string,
    publisher: row[5] as string,
    publishedAt: Number(row[6]),
    views: Number(row[7]),
    pinned: Number(row[8]) > 0,
    pinPlace: Math.max(0, Number(row[8]) - 1),
    cover: more && coverOf(more),
    event: more && publishedEventOf(more),
  }
}

export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** Newest first; of one moment, the later id first. */
export const byNewest = (a: { publishedAt: number; id: string }, b: { publishedAt: number; id: string }): number =>
  b.publishedAt - a.publishedAt || (a.id < b.id ? 1 : -1)

/** As a channel lists them: the pinned ones as staff have put them, then the others, newest first. */
export const byPlace = (a: ListPosition, b: ListPosition): number =>
  Number(b.pinned) - Number(a.pinned) || a.pinPlace - b.pinPlace || byNewest(a, b)

/** Events by their start. */
export const bySoonest = (a: PublishedSummary, b: PublishedSummary): number =>
  (a.event?.startsAt ?? 0) - (b.event?.startsAt ?? 0) || (a.id < b.id ? -1 : 1)

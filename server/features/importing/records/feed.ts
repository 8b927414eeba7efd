import { readFile } from 'node:fs/promises'
import { parseFeed } from 'feedsmith'
import { decodePage } from '../decode'
import type { ArticleRecord } from './record'
import { timeIn } from './times'

/** Values that both kinds of feed have, in the names of either. */
interface AnyItem {
  title?: string | { value?: string }
  link?: string
  links?: { href?: string; rel?: string }[]
  pubDate?: unknown
  published?: unknown
  updated?: unknown
  description?: string
  summary?: string | { value?: string }
  content?: string | { encoded?: string; value?: string }
  authors?: (string | { name?: string })[]
  dc?: { creator?: string; creators?: string[] }
  categories?: { name?: string; term?: string; label?: string }[]
}

const wordsOf = (value: string | { value?: string; encoded?: string } | undefined): string =>
  typeof value === 'string' ? value : (value?.encoded ?? value?.value ?? '')

function recordOf(item: AnyItem): ArticleRecord {
  const [author] = item.authors ?? []
  const time = item.pubDate ?? item.published ?? item.updated
  return {
    address: item.link ?? item.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? '',
    title: wordsOf(item.title),
    publisher: (typeof author === 'string' ? author : author?.name) ?? item.dc?.creators?.[0] ?? item.dc?.creator ?? '',
    publishedAt: time instanceof Date ? time.getTime() : timeIn(typeof time === 'string' ? time : ''),
    views: 0,
    channels: (item.categories ?? []).map(({ name, term, label }) => name ?? label ?? term ?? ''),
    body: wordsOf(item.content) || item.description || wordsOf(item.summary),
    isPublic: true,
  }
}

/** Items of an RSS or Atom feed. */
export async function feedRecords(path: string): Promise<ArticleRecord[]> {
  const { feed } = parseFeed(decodePage(await readFile(path)).text)
  const { items, entries } = feed as { items?: AnyItem[]; entries?: AnyItem[] }
  return (items ?? entries ?? []).map(recordOf)
}

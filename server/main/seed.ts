import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toBlocks } from '../features/articles/body/blocks'
import { sanitiseBody } from '../features/articles/body/sanitise'
import type { Uploads } from '../features/media/ports'
import { newId } from '../kernel/ids'
import type { ArticleRow, EventRow, MediaRow } from '../store/entities'
import type { createSampleContent } from '../store/repositories/sampleContent'
import { instantOn, sampleFile, type SampleArticle } from './sampleFile'

export interface SeedDeps {
  sample: ReturnType<typeof createSampleContent>
  uploads: Uploads
  folder: string
  now: number
}

interface Picture {
  name: string
  row: MediaRow
  content: Buffer
}

async function readPicture(folder: string, name: string, alt: string, now: number): Promise<Picture> {
  const content = await readFile(join(folder, 'pictures', name))
  const { default: sharp } = await import('sharp')
  const { width, height } = await sharp(content).metadata()
  const id = newId()
  const file = `${id}.webp`
  const row = {
    id,
    file,
    mime: 'image/webp',
    width,
    height,
    bytes: content.length,
    alt,
    createdAt: now,
    createdBy: '',
    name,
    hasVariants: false,
  }
  return { name, row, content }
}

const namesIn = ({ cover, bodyHtml }: SampleArticle): string[] => [
  ...(cover === null ? [] : [cover]),
  ...[...bodyHtml.matchAll(/src="sample:([\w-]+\.webp)"/g)].map(([, name = '']) => name),
]

function articleRow(article: SampleArticle, channelId: string, pictures: Picture[], now: number): ArticleRow {
  const placed = article.bodyHtml.replace(/src="sample:([\w-]+\.webp)"/g, (whole, name: string) => {
    const picture = pictures.find((candidate) => candidate.name === name)
    return picture === undefined ? whole : `src="/uploads/${picture.row.file}"`
  })
  const bodyHtml = sanitiseBody(placed)
  const blocks = toBlocks(
    bodyHtml,
    pictures.map(({ row }) => row),
  )
  const publishedAt = Math.min(instantOn(now, -article.daysAgo, article.time), now)
  return {
    id: newId(),
    channelId,
    title: article.title,
    summary: article.summary,
    publisher: article.publisher,
    bodyHtml,
    blocks: JSON.stringify(blocks),
    coverId: pictures.find(({ name }) => name === article.cover)?.row.id ?? null,
    status: 'published',
    pinned: article.pinned,
    publishedAt,
    views: article.views,
    scheduledAt: null,
    scheduledNotice: null,
    version: 1,
    createdAt: publishedAt,
    createdBy: '',
    updatedAt: publishedAt,
    updatedBy: '',
  }
}

function eventRow(event: NonNullable<SampleArticle['event']>, articleId: string, now: number): EventRow {
  const { deadlineInDays, deadlineTime } = event
  return {
    articleId,
    startsAt: instantOn(now, event.startsInDays, event.startTime),
    endsAt: instantOn(now, event.endsInDays, event.endTime),
    venue: event.venue,
    address: event.address,
    latitude: event.location?.latitude ?? null,
    longitude: event.location?.longitude ?? null,
    signupDeadline:
      deadlineInDays === null || deadlineTime === null ? null : instantOn(now, deadlineInDays, deadlineTime),
    decision: event.decision,
    changedAt: null,
  }
}

/**
 * Gives an empty house something to read, so that the first look at it is a fair one. Oldest first: ids then sort
 * like the dates. Returns how many articles were added; 0 when there were some already.
 */
export async function seedSample({ sample, uploads, folder, now }: SeedDeps): Promise<number> {
  if (!(await sample.isEmpty())) return 0
  const { articles } = sampleFile.parse(JSON.parse(await readFile(join(folder, 'articles.json'), 'utf8')))
  const alts = new Map(articles.map(({ cover, coverAlt }) => [cover, coverAlt]))
  const names = [...new Set(articles.flatMap(namesIn))]
  const pictures = await Promise.all(names.map((name) => readPicture(folder, name, alts.get(name) ?? '', now)))
  const channelIds = await sample.channelIds()
  const ordered = articles
    .filter(({ channel }) => channelIds.has(channel))
    .map((article) => ({ article, row: articleRow(article, channelIds.get(article.channel) ?? '', pictures, now) }))
    .sort((a, b) => (a.row.publishedAt ?? 0) - (b.row.publishedAt ?? 0))
  const events = ordered.flatMap(({ article, row }) =>
    article.event === null ? [] : [eventRow(article.event, row.id, now)],
  )
  for (const { row, content } of pictures) await uploads.keep(row.file, content)
  const added = await sample.add({
    media: pictures.map(({ row }) => row),
    articles: ordered.map(({ row }) => row),
    events,
  })
  if (added) return ordered.length
  for (const { row } of pictures) await uploads.remove(row.file)
  return 0
}

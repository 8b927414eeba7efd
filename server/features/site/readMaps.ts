import type { Document } from '../../kernel/document'
import { AppError } from '../../kernel/errors'
import type { Reading } from '../../kernel/reading'
import { leavesOf } from './layout'
import { channelTopics, made, type SiteDeps } from './readPages'
import { mapDocument, mapIndexDocument } from './siteMap'

/** So many addresses stand in one list when it is made; articles that were written long before they were published come in between. */
const PART = 2_000
/** Far below what a list may hold (50,000), so that one is made and sent in a moment. */
const MOST = 10_000

/** Names every list: one of pages, and of each channel as many as it takes. */
export async function readMapIndex({ reads, articles, addresses }: SiteDeps): Promise<Reading<Document>> {
  const channels = leavesOf(await reads.tree())
  const places = [{ address: addresses.mapOfPages }]
  for (const { id, slug } of channels) {
    const parts = await articles.parts(id, PART)
    for (const { after, last, updatedAt } of parts) {
      places.push({ address: addresses.mapOf(slug, after, last), ...{ changedAt: updatedAt } })
    }
  }
  return made(channelTopics(channels), mapIndexDocument(places))
}

/** The pages that are no articles. */
export async function readMapOfPages({ reads, addresses }: SiteDeps): Promise<Reading<Document>> {
  const channels = leavesOf(await reads.tree())
  const places = [addresses.home, ...channels.map(({ slug }) => addresses.channel(slug))]
  return made([], mapDocument(places.map((address) => ({ address }))))
}

/** One list of a channel's articles. @throws AppError channel_not_found */
export async function readMap(
  { reads, articles, addresses }: SiteDeps,
  { slug, ...between }: { slug: string; after: string; last: string },
): Promise<Reading<Document>> {
  const channel = leavesOf(await reads.tree()).find((leaf) => leaf.slug === slug)
  if (channel === undefined) throw new AppError('channel_not_found')
  const entries = await articles.entries(channel.id, between, MOST)
  const places = entries.map(({ id, updatedAt }) => ({ address: addresses.article(id), changedAt: updatedAt }))
  return made(channelTopics([channel]), mapDocument(places))
}

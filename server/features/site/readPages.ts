import type { ChannelNode } from '../../../shared/contract'
import { DAY_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import type { Document } from '../../kernel/document'
import { AppError } from '../../kernel/errors'
import type { Reading } from '../../kernel/reading'
import { articleDocument } from './articlePage'
import { calendarDocument } from './calendar'
import { feedDocument, type FeedPlace } from './feed'
import { leavesOf } from './layout'
import { channelDocument, homeDocument } from './listPages'
import type { PublicReads, SiteArticles } from './ports'
import type { Described } from './structuredData'

export interface SiteDeps extends Described {
  reads: PublicReads
  articles: SiteArticles
  clock: Clock
}

const LIST = 20
const FEED = 20
/** So long an event that is over stays in the calendar that people subscribe to. */
const CALENDAR_BACK_MS = 90 * DAY_MS
const CALENDAR = 500

/** A document made from something read. It names no views, and so outlasts them. */
export const shown = <T>(reading: Reading<T>, render: (value: T) => Document): Reading<Document> => ({
  topics: reading.topics,
  articles: [],
  render: () => render(reading.render()),
})

export const made = (topics: string[], document: Document): Reading<Document> => ({
  topics,
  articles: [],
  render: () => document,
})

export const channelTopics = (channels: { id: string }[]): string[] => channels.map(({ id }) => `channel:${id}`)

export async function readHomePage({ reads, clock, ...described }: SiteDeps): Promise<Reading<Document>> {
  const [tree, reading] = await Promise.all([reads.tree(), reads.home()])
  return shown(reading, (home) => homeDocument(home, { tree, now: clock.now() }, described))
}

/** @throws AppError channel_not_found, cursor_invalid */
export async function readChannelPage(
  { reads, clock, ...described }: SiteDeps,
  place: { slug: string; cursor?: string },
): Promise<Reading<Document>> {
  const [tree, reading] = await Promise.all([reads.tree(), reads.list({ ...place, limit: LIST })])
  return shown(reading, (page) => channelDocument(page, place, { tree, now: clock.now() }, described))
}

/** Says of an article that was public once that it was taken back: a search engine then forgets it at once. */
async function orWithdrawn<T>(articles: SiteArticles, id: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    const isMissing = error instanceof AppError && error.code === 'article_not_found'
    if (isMissing && (await articles.isWithdrawn(id))) throw new AppError('article_withdrawn')
    throw error
  }
}

/** @throws AppError article_not_found, article_withdrawn */
export async function readArticlePage(
  { reads, articles, clock, ...described }: SiteDeps,
  id: string,
): Promise<Reading<Document>> {
  const [tree, reading] = await Promise.all([reads.tree(), orWithdrawn(articles, id, reads.article(id))])
  return shown(reading, (article) => articleDocument(article, { tree, now: clock.now() }, described))
}

/** One event for a calendar. @throws AppError article_not_found, article_withdrawn */
export async function readEventCalendar(
  { reads, articles, ...described }: SiteDeps,
  id: string,
): Promise<Reading<Document>> {
  const reading = await orWithdrawn(articles, id, reads.article(id))
  const article = reading.render()
  const saved = (await articles.states([id])).get(id)
  if (article.event === null || saved === undefined) throw new AppError('article_not_found')
  const place = { name: article.title, source: described.addresses.articleCalendar(id) }
  const document = await calendarDocument([{ article, event: article.event, saved }], place, described)
  return made([...reading.topics], document)
}

/** All events that are to come, and those of the last three months. */
export async function readCalendar({ reads, articles, clock, ...described }: SiteDeps): Promise<Reading<Document>> {
  const found = await reads.eventsFrom(clock.now() - CALENDAR_BACK_MS, CALENDAR)
  const states = await articles.states(found.map(({ id }) => id))
  const events = found.flatMap((article) => {
    const saved = states.get(article.id)
    return article.event === null || saved === undefined ? [] : [{ article, event: article.event, saved }]
  })
  const { association, addresses } = described
  const place = { name: `${association.organisation.shortName}活动`, source: addresses.events }
  return made(['events'], await calendarDocument(events, place, described))
}

function channelsOf(tree: ChannelNode[], slug: string): { name: string; leaves: { id: string }[] } {
  const group = tree.find((node) => node.slug === slug && node.kind === 'group')
  if (group !== undefined) return { name: group.name, leaves: group.children }
  const leaf = leavesOf(tree).find((channel) => channel.slug === slug)
  if (leaf === undefined) throw new AppError('channel_not_found')
  return { name: leaf.name, leaves: [leaf] }
}

/** The newest articles of a channel, or of all. @throws AppError channel_not_found */
export async function readFeed(deps: SiteDeps, slug?: string): Promise<Reading<Document>> {
  const { reads, articles, clock, ...described } = deps
  const { addresses, association } = described
  const tree = await reads.tree()
  const { name } = association.organisation
  const { leaves, ...channel } = slug === undefined ? { name: '', leaves: leavesOf(tree) } : channelsOf(tree, slug)
  const found = await reads.newest(
    leaves.map(({ id }) => id),
    FEED,
  )
  const bodies = await articles.bodies(found.map(({ id }) => id))
  const entries = found.flatMap((article) => {
    const saved = bodies.get(article.id)
    return saved === undefined ? [] : [{ ...article, saved }]
  })
  const place: FeedPlace = {
    title: slug === undefined ? name : `${channel.name} - ${name}`,
    address: addresses.feed(slug),
    page: slug === undefined ? addresses.home : addresses.channel(slug),
  }
  return made(channelTopics(leaves), await feedDocument(entries, place, clock.now(), described))
}

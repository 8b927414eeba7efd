import { z } from 'zod'
import { EVENT_DECISIONS } from '../domain/event'
import { block, id, instant, officeHours, pageOf, picture, place, slug, specialDay } from './values'

export const channelKind = z.enum(['group', 'articles', 'events'])

export const channelRef = z.strictObject({ id, slug, name: z.string() })

/** A channel of the first level with those below it. A `group` holds channels and no articles of its own. */
export const channelNode = z.strictObject({
  ...channelRef.shape,
  kind: channelKind,
  children: z.array(z.strictObject({ ...channelRef.shape, kind: channelKind })),
})

/** `decision` is the staff's; upcoming, on now and ended follow from the clock (`shared/domain/event`). */
export const event = z.strictObject({
  startsAt: instant,
  endsAt: instant,
  venue: z.string(),
  address: z.string().nullable(),
  location: place.nullable(),
  signupDeadline: instant.nullable(),
  decision: z.enum(EVENT_DECISIONS),
  /** How many can come and how it is decided, in staff's words; absent when nothing is said. */
  capacityNote: z.string().optional(),
  /** When staff last moved it, in time or place, after members could see it; null: never. */
  changedAt: instant.nullable(),
})

export const articleSummary = z.strictObject({
  id,
  channel: channelRef,
  title: z.string(),
  summary: z.string(),
  cover: picture.nullable(),
  publisher: z.string(),
  publishedAt: instant,
  views: z.int().nonnegative(),
  pinned: z.boolean(),
  event: event.nullable(),
})

export const articleDetail = z.strictObject({
  ...articleSummary.shape,
  blocks: z.array(block),
  updatedAt: instant,
})

export const articlePage = pageOf(articleSummary)

/** What stands around an article: its channel's next older and next newer one, and others on the same matter. */
export const articleSurroundings = z.strictObject({
  older: articleSummary.nullable(),
  newer: articleSummary.nullable(),
  /** At most six, likest first; never the article itself. */
  related: z.array(articleSummary).max(6),
})

/** Published events that touch a month of Asia/Shanghai, by start. */
export const eventMonth = z.strictObject({
  /** `YYYY-MM`. */
  month: z.string(),
  items: z.array(articleSummary),
  now: instant,
})

export const organisation = z.strictObject({
  name: z.string(),
  shortName: z.string(),
  welcome: z.string(),
  motto: z.string(),
})

/** How the association is reached, as far as the foot of the first screen says it. */
const office = z.strictObject({
  phones: z.array(z.strictObject({ label: z.string(), number: z.string() })).min(1),
  address: z.string(),
  building: z.string(),
  postalCode: z.string(),
  copyright: z.string(),
  icp: z.string(),
})

export const home = z.strictObject({
  organisation,
  office,
  channels: z.array(channelNode),
  pinned: z.array(articleSummary),
  /** Events that have not ended, soonest first. */
  events: z.array(articleSummary),
  latest: z.array(z.strictObject({ channel: channelRef, items: z.array(articleSummary) })),
  /** The server's clock, so that a phone with a wrong one still tells what is open and over. */
  now: instant,
})

export const contactCard = z.strictObject({
  organisation: z.string(),
  phones: z.array(z.strictObject({ label: z.string(), number: z.string() })).min(1),
  address: z.string(),
  building: z.string(),
  postalCode: z.string(),
  location: z.strictObject({ ...place.shape, name: z.string() }).nullable(),
  officeHours,
  /** The building's front; null when there is none. */
  photo: picture.nullable(),
  /** Public holidays and shifted workdays from today on, by date, as far as they are known. */
  specialDays: z.array(specialDay),
  /** Computed for Asia/Shanghai at the time of the answer. */
  status: z.strictObject({ open: z.boolean(), changesAt: instant.nullable() }),
  copyright: z.string(),
  icp: z.string(),
  support: z.string(),
})

export type ChannelNode = z.output<typeof channelNode>
export type ChannelRef = z.output<typeof channelRef>
export type ChannelKind = z.output<typeof channelKind>
export type Event = z.output<typeof event>
export type ArticleSummary = z.output<typeof articleSummary>
export type ArticleDetail = z.output<typeof articleDetail>
export type ArticleSurroundings = z.output<typeof articleSurroundings>
export type EventMonth = z.output<typeof eventMonth>
export type ArticlePage = z.output<typeof articlePage>
export type Home = z.output<typeof home>
export type ContactCard = z.output<typeof contactCard>
export type Picture = z.output<typeof picture>

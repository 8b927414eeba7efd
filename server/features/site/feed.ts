import type { ArticleSummary } from '../../../shared/contract'
import { Document } from '../../kernel/document'
import { bodyMarkup } from './bodyMarkup'
import { markup, plain } from './markup'
import type { SavedState } from './ports'
import type { Block } from '../../../shared/domain/blocks'
import type { Described } from './structuredData'
import { timesOf } from './times'
import { EVENT_STATES } from '../../../shared/phrases'
import { formatPeriod } from '../../../shared/domain/time'

export interface FeedArticle extends ArticleSummary {
  saved: SavedState & { blocks: Block[] }
}

export interface FeedPlace {
  title: string
  /** Of the feed itself, and of the page that it stands for. */
  address: string
  page: string
}

const text = (value: string) => ({ value: plain(value), type: 'text' as const })

/** What an event's entry begins with: a reader of feeds has no card beside it. */
function eventLines({ event }: ArticleSummary, now: number) {
  if (event === null) return null
  const { startsAt, endsAt, state } = timesOf(event, now)
  const words = state === 'cancelled' ? EVENT_STATES.cancelled.zh : null
  return markup`<p>${words !== null && markup`<strong>${words}</strong><br>`}时间：${formatPeriod(startsAt, endsAt)}<br>地点：${event.venue}</p>`
}

/** An Atom feed (RFC 4287) with whole articles; pictures and links are absolute. The library is loaded when first asked. */
export async function feedDocument(
  articles: FeedArticle[],
  place: FeedPlace,
  now: number,
  { association, addresses }: Described,
): Promise<Document> {
  const { generateAtomFeed } = await import('feedsmith')
  const { name } = association.organisation
  const updated = Math.max(0, ...articles.map(({ saved }) => saved.updatedAt))
  const xml = generateAtomFeed({
    id: place.address,
    title: text(place.title),
    updated: new Date(updated),
    authors: [{ name: plain(name), uri: addresses.home }],
    rights: text(association.contact.copyright),
    links: [
      { rel: 'self', type: 'application/atom+xml', href: place.address },
      { rel: 'alternate', type: 'text/html', href: place.page },
    ],
    entries: articles.map((article) => ({
      id: addresses.article(article.id),
      title: text(article.title),
      updated: new Date(article.saved.updatedAt),
      published: new Date(article.publishedAt),
      authors: [{ name: plain(article.publisher) }],
      categories: [{ term: article.channel.slug, label: plain(article.channel.name) }],
      links: [
        { rel: 'alternate', type: 'text/html', href: addresses.article(article.id) },
        ...(article.event === null
          ? []
          : [{ rel: 'related', type: 'text/calendar', href: addresses.articleCalendar(article.id) }]),
      ],
      summary: text(article.summary),
      content: {
        type: 'html',
        value: markup`${eventLines(article, now)}${bodyMarkup(article.saved.blocks, addresses.own)}`.text,
      },
    })),
  })
  return new Document(xml, { type: 'application/atom+xml; charset=utf-8' })
}

import type { ArticleDetail, Event } from '../../../shared/contract'
import type { Association } from '../../../shared/contract/association'
import type { SiteAddresses } from './addresses'
import { shanghaiTime } from './times'

export interface Described {
  association: Association
  addresses: SiteAddresses
  /** Whence pictures come beside this server. */
  pictureOrigins: string[]
}

const at = (instant: string): string => shanghaiTime(Date.parse(instant))

const organisation = ({ association, addresses }: Described) => ({
  '@type': 'Organization',
  name: association.organisation.name,
  url: addresses.home,
  logo: { '@type': 'ImageObject', url: addresses.mark, width: 512, height: 512 },
})

/** Addresses of an article's pictures: its cover, else what its body shows first. */
export function picturesOf(article: ArticleDetail, addresses: SiteAddresses): string[] {
  if (article.cover !== null) return [addresses.own(article.cover.card ?? article.cover.url)]
  const shown = article.blocks.find((block) => block.type === 'image')
  return shown === undefined ? [] : [addresses.own(shown.url)]
}

function statusOf(event: Event): string {
  if (event.decision === 'cancelled') return 'https://schema.org/EventCancelled'
  return `https://schema.org/${event.changedAt === null ? 'EventScheduled' : 'EventRescheduled'}`
}

/**
 * schema.org's Event, as search engines show it. No coordinates: ours are those of Chinese maps (GCJ-02), and theirs are
 * WGS 84, a few hundred metres away.
 */
function eventData(article: ArticleDetail, event: Event, described: Described) {
  const { addresses } = described
  const address = { '@type': 'PostalAddress', addressCountry: 'CN', streetAddress: event.address ?? event.venue }
  return {
    '@type': 'Event',
    '@id': `${addresses.article(article.id)}#event`,
    name: article.title,
    description: article.summary,
    url: addresses.article(article.id),
    startDate: at(event.startsAt),
    endDate: at(event.endsAt),
    eventStatus: statusOf(event),
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: event.venue, address },
    organizer: organisation(described),
    image: picturesOf(article, addresses),
    inLanguage: 'zh-CN',
  }
}

const newsData = (article: ArticleDetail, described: Described) => ({
  '@type': 'NewsArticle',
  '@id': `${described.addresses.article(article.id)}#article`,
  mainEntityOfPage: described.addresses.article(article.id),
  headline: article.title,
  description: article.summary,
  image: picturesOf(article, described.addresses),
  datePublished: at(article.publishedAt),
  dateModified: at(article.updatedAt),
  articleSection: article.channel.name,
  author: { '@type': 'Organization', name: article.publisher },
  publisher: organisation(described),
  inLanguage: 'zh-CN',
  isAccessibleForFree: true,
})

const step = (position: number, name: string, item: string) => ({ '@type': 'ListItem', position, name, item })

function trail(article: ArticleDetail, isListed: boolean, { association, addresses }: Described) {
  const { channel } = article
  const steps: [name: string, item: string][] = [
    [association.organisation.shortName, addresses.home],
    ...(isListed ? [[channel.name, addresses.channel(channel.slug)] satisfies [string, string]] : []),
    [article.title, addresses.article(article.id)],
  ]
  return { '@type': 'BreadcrumbList', itemListElement: steps.map(([name, item], at) => step(at + 1, name, item)) }
}

/** What an article's page says to machines. `isListed`: whether its channel has a page. */
export const articleData = (article: ArticleDetail, isListed: boolean, described: Described) => ({
  '@context': 'https://schema.org',
  '@graph': [
    newsData(article, described),
    ...(article.event === null ? [] : [eventData(article, article.event, described)]),
    trail(article, isListed, described),
  ],
})

export const homeData = (described: Described) => ({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', name: described.association.organisation.name, url: described.addresses.home },
    {
      ...organisation(described),
      telephone: described.association.contact.phones[0]?.number,
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'CN',
        streetAddress: `${described.association.contact.address}${described.association.contact.building}`,
        postalCode: described.association.contact.postalCode,
      },
    },
  ],
})

import { Document } from '../../kernel/document'
import { markup, type Markup } from './markup'
import { shanghaiTime } from './times'

const TYPE = { type: 'application/xml; charset=utf-8' }
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

export interface MapPlace {
  address: string
  changedAt?: number
}

const place = (name: 'url' | 'sitemap', { address, changedAt }: MapPlace): string => {
  const time = changedAt === undefined ? '' : `<lastmod>${shanghaiTime(changedAt)}</lastmod>`
  return `<${name}>${loc(address).text}${time}</${name}>\n`
}
const loc = (address: string): Markup => markup`<loc>${address}</loc>`

/** A list of pages (sitemaps.org, 0.9), at most 50,000. */
export const mapDocument = (places: MapPlace[]): Document =>
  new Document(
    `${HEAD}<urlset xmlns="${NAMESPACE}">\n${places.map((one) => place('url', one)).join('')}</urlset>\n`,
    TYPE,
  )

/** A list of such lists. */
export const mapIndexDocument = (places: MapPlace[]): Document =>
  new Document(
    `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${places.map((one) => place('sitemap', one)).join('')}</sitemapindex>\n`,
    TYPE,
  )

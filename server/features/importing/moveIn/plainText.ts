import { load } from 'cheerio'

/** Characters that are shown of a text. */
export const SHOWN = 4_000

/** A body's words without its markup, a line for each paragraph, as far as they are shown. */
export function plainText(html: string): string {
  const lines = html.slice(0, SHOWN * 6).replace(/<(?:br|\/(?:p|h\d|li|tr|table|blockquote))\b[^>]*>/gi, '$&\n')
  return load(lines).text().trim().slice(0, SHOWN)
}

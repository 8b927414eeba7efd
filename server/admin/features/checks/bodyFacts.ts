import { withoutAlignmentStyles } from '../../ui/richtext/alignment'

export interface BodyFacts {
  /** Alternative texts, in the order of the pictures. */
  pictures: string[]
  /** Places of pictures that have not come yet. */
  held: number
  text: string
  /** Addresses of links to the web, each once. */
  urls: string[]
}

const BLOCKS = 'p, h2, h3, h4, li, td, th, blockquote, figcaption'

/** What the checks look at in a body. */
export function bodyFacts(html: string): BodyFacts {
  const page = new DOMParser().parseFromString(withoutAlignmentStyles(html), 'text/html')
  for (const block of page.querySelectorAll(BLOCKS)) block.append('\n')
  const urls = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '')
  return {
    pictures: [...page.querySelectorAll('img[src]')].map((picture) => picture.getAttribute('alt') ?? ''),
    held: page.querySelectorAll('img[data-held]').length,
    text: page.body.textContent ?? '',
    urls: [...new Set(urls.filter((url) => /^https?:\/\//i.test(url)))],
  }
}

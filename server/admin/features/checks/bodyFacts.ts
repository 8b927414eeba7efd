export interface BodyFacts {
  /** Alternative texts, in the order of the pictures. */
  pictures: string[]
  text: string
  /** Addresses of links to the web, each once. */
  urls: string[]
}

const BLOCKS = 'p, h2, h3, h4, li, td, th, blockquote, figcaption'

/** What the checks look at in a body. */
export function bodyFacts(html: string): BodyFacts {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const block of page.querySelectorAll(BLOCKS)) block.append('\n')
  const urls = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '')
  return {
    pictures: [...page.querySelectorAll('img')].map((picture) => picture.getAttribute('alt') ?? ''),
    text: page.body.textContent ?? '',
    urls: [...new Set(urls.filter((url) => /^https?:\/\//i.test(url)))],
  }
}

/** What official-account editors and others put in for looks, counting or playing. */
const USELESS = 'script, style, link, meta, title, svg, mp-style-type, noscript, template, o\\:p:empty, form, button'
const BLOCKS = 'p, div, section, article, ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote, figure, pre, hr, img'

const isPlaceholder = (source: string): boolean =>
  source === '' || /^data:image\/svg/i.test(source) || (/^data:image\/gif/i.test(source) && source.length < 400)

/** Official accounts load their pictures late: until then the address stands in `data-src`. */
function latePictures(page: Document): void {
  for (const picture of page.querySelectorAll('img')) {
    const late = picture.getAttribute('data-src') ?? picture.getAttribute('data-original')
    if (late !== null && isPlaceholder(picture.getAttribute('src') ?? '')) picture.setAttribute('src', late)
    const source = picture.getAttribute('src') ?? ''
    if (source.startsWith('//')) picture.setAttribute('src', `https:${source}`)
    const sides = [picture.getAttribute('width'), picture.getAttribute('height')].map((side) => Number(side ?? NaN))
    // a pixel that counts visitors
    if (isPlaceholder(picture.getAttribute('src') ?? '') || sides.some((side) => side <= 2)) picture.remove()
  }
}

function rename(element: Element, tag: string): Element {
  const renamed = element.ownerDocument.createElement(tag)
  for (const { name, value } of element.attributes) renamed.setAttribute(name, value)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}

/** The innermost boxes are paragraphs; those around them are nothing. */
function boxesToParagraphs(page: Document): void {
  for (const box of [...page.querySelectorAll('section, div, article')].reverse()) {
    if (box.querySelector(BLOCKS) === null) rename(box, 'p')
  }
}

/** Space that was made with empty lines, and first lines moved in with blanks: readers' phones set both themselves. */
function blanks(page: Document): void {
  for (const paragraph of page.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const words = (paragraph.textContent ?? '').replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, '')
    if (words === '' && paragraph.querySelector('img, table, iframe, ul, ol, p') === null) {
      if (paragraph.closest('td, th, li') === null) paragraph.remove()
      continue
    }
    const first = page.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()
    if (first !== null) first.textContent = (first.textContent ?? '').replace(/^[\s\u00a0\u3000\u200b]+/, '')
  }
}

/** A picture alone in its paragraph stands for itself. */
function loosePictures(page: Document): void {
  for (const paragraph of page.querySelectorAll('p:has(img)')) {
    const isAlone = (paragraph.textContent ?? '').trim() === '' && paragraph.querySelector('table, ul, ol, p') === null
    if (isAlone) paragraph.replaceWith(...paragraph.querySelectorAll('img'))
  }
}

/** Cleans what web pages and office programs have in common. */
export function tidyPage(page: Document): void {
  for (const useless of page.querySelectorAll(USELESS)) useless.remove()
  latePictures(page)
  boxesToParagraphs(page)
  blanks(page)
  loosePictures(page)
}

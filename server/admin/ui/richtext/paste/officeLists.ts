/**
 * Word and WPS write lists as paragraphs: `mso-list:l0 level2 lfo1` says that it is an item and how deep, and a span of
 * `mso-list:Ignore` holds its number or its dot as text.
 */
const ITEM = /mso-list:\s*l\d+\s+level(\d+)/i
const MARKER = /mso-list:\s*Ignore/i
const MAX_DEPTH = 6
/** `1.` `2)` `(3)` `a.` `iv.`: what our own lists number in the same way. */
const COUNTED = /^[（(]?(\d+|[a-z]|[ivx]+)[.)、．）]$/i
/** What a list of ours begins with; one that begins elsewhere keeps its numbers as text, for they mean something. */
const FIRST = /^(?:1|a|i)$/i
/** `一、` `（二）` `第三条`: numbers of Chinese papers, which others refer to: they stay as they were written. */
const CHINESE = /[一二三四五六七八九十百第]/

export interface OfficeItem {
  depth: number
  marker: string
}

/** Takes the marker out of an item and says what it was; null when the paragraph is none. */
function itemOf(paragraph: Element, styleOf: (element: Element) => string): OfficeItem | null {
  const level = ITEM.exec(styleOf(paragraph))?.[1]
  if (paragraph.tagName !== 'P' || level === undefined) return null
  const span = [...paragraph.querySelectorAll('span')].find((inner) => MARKER.test(styleOf(inner)))
  const marker = (span?.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  span?.remove()
  return { depth: Math.min(Number(level) - 1, MAX_DEPTH), marker }
}

const isOrdered = ({ marker }: OfficeItem): boolean => COUNTED.test(marker)

/** An item that cannot be one of our lists stays a paragraph, with its number before its words. */
function keepAsText(paragraph: Element, { marker }: OfficeItem): void {
  paragraph.prepend(paragraph.ownerDocument.createTextNode(CHINESE.test(marker) ? marker : `${marker} `))
}

/** The paragraph after this one, across white space and the comments that office programs leave. */
function nextItem(element: Element): Element | null {
  let next = element.nextSibling
  while (next !== null && next.nodeType !== Node.ELEMENT_NODE) {
    if (next.nodeType === Node.TEXT_NODE && (next.textContent ?? '').trim() !== '') return null
    next = next.nextSibling
  }
  return next as Element | null
}

interface Found {
  paragraph: Element
  item: OfficeItem
}

/** One run of items as nested lists, in place of its paragraphs. */
function buildList(run: Found[]): void {
  const [first] = run
  if (first === undefined) return
  const page = first.paragraph.ownerDocument
  const make = (item: OfficeItem) => page.createElement(isOrdered(item) ? 'ol' : 'ul')
  const open: { list: HTMLElement; depth: number }[] = []
  const root = page.createDocumentFragment()
  for (const { paragraph, item } of run) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) > item.depth) open.pop()
    let top = open.at(-1)
    const kindChanged = top !== undefined && top.depth === item.depth && top.list.tagName !== make(item).tagName
    if (kindChanged) open.pop()
    top = open.at(-1)
    if (top === undefined || top.depth < item.depth) {
      const list = make(item)
      const parent = top?.list.lastElementChild
      if (parent === null || parent === undefined) root.append(list)
      else parent.append(list)
      top = { list, depth: item.depth }
      open.push(top)
    }
    const entry = page.createElement('li')
    const words = page.createElement('p')
    words.append(...paragraph.childNodes)
    entry.append(words)
    top.list.append(entry)
  }
  first.paragraph.before(root)
  for (const { paragraph } of run) paragraph.remove()
}

/** Whether an item can open a list of ours: a dot, or the number that ours begin with. */
const opens = (item: OfficeItem): boolean =>
  !CHINESE.test(item.marker) && (!isOrdered(item) || FIRST.test(COUNTED.exec(item.marker)?.[1] ?? ''))

/** Makes lists of a page's list paragraphs. `styleOf`: the style as it was written. */
export function officeLists(page: Document, styleOf: (element: Element) => string): void {
  const seen = new Set<Element>()
  for (const paragraph of page.querySelectorAll('p')) {
    if (seen.has(paragraph)) continue
    const run: Found[] = []
    let next: Element | null = paragraph
    while (next !== null) {
      const item = itemOf(next, styleOf)
      if (item === null) break
      seen.add(next)
      const joins = run.length > 0 && !CHINESE.test(item.marker)
      if (joins || opens(item)) run.push({ paragraph: next, item })
      else {
        keepAsText(next, item)
        if (run.length > 0) break
      }
      next = nextItem(next)
    }
    buildList(run)
  }
}

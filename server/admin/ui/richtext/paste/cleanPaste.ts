import { officeLists } from './officeLists'
import { takeOutLongTables } from './tooLong'
import { tidyPage } from './webPages'

/**
 * Office programs write their bold, their underlines and their alignment as styles. The page's security policy empties
 * the styles of everything that is parsed, so they are read from the text and written as elements before the paste
 * reaches the editor.
 */
const WRAPPERS: { tag: string; wanted: (style: string) => boolean }[] = [
  { tag: 'strong', wanted: (style) => /font-weight:\s*(?:bold|[6-9]00)/i.test(style) },
  { tag: 'em', wanted: (style) => /font-style:\s*italic/i.test(style) },
  { tag: 'u', wanted: (style) => /text-decoration[^:;]*:[^;]*underline/i.test(style) },
  { tag: 's', wanted: (style) => /text-decoration[^:;]*:[^;]*line-through/i.test(style) },
]

/** The name under which a style passes the parser without being one. */
const HIDDEN = 'data-pasted-style'
const styleOf = (element: Element): string => element.getAttribute(HIDDEN) ?? ''

function wrapChildren(element: Element, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}

function applyStyle(element: Element, style: string): void {
  const align = /text-align:\s*(center|right)/i.exec(style)?.[1]
  if (align !== undefined && element.tagName === 'P') element.setAttribute('align', align.toLowerCase())
  const plainWeight = /font-weight:\s*(?:normal|[1-5]00)/i.test(style)
  if (plainWeight && (element.tagName === 'B' || element.tagName === 'STRONG')) {
    element.replaceWith(...element.childNodes)
    return
  }
  // a link's underline and a heading's weight are theirs anyway
  if (/^(?:A|H[1-6]|TH|TABLE|UL|OL|TR|TBODY|THEAD)$/.test(element.tagName)) return
  for (const { tag, wanted } of WRAPPERS) if (wanted(style)) wrapChildren(element, tag)
}

function renameElement(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

/** Word's title, and paragraphs that only their outline level makes headings. */
function outlineHeadings(page: Document): void {
  for (const paragraph of page.querySelectorAll('p')) {
    const level = Number(/mso-outline-level:\s*(\d)/i.exec(styleOf(paragraph))?.[1] ?? NaN)
    if (paragraph.classList.contains('MsoTitle') || level === 1) renameElement(paragraph, 'h2')
    else if (level >= 2 && level <= 6) renameElement(paragraph, level === 2 ? 'h3' : 'h4')
  }
}

/** A page's own level-one headings come one level down; where there are none, its levels are ours. */
function lowerHeadings(page: Document): void {
  const moved: Record<string, string> = page.querySelector('h1') === null ? {} : { h3: 'h4', h2: 'h3', h1: 'h2' }
  for (const [from, to] of Object.entries({ h6: 'h4', h5: 'h4', ...moved })) {
    for (const heading of page.querySelectorAll(from)) renameElement(heading, to)
  }
}

/** The page's security policy objects to styles and handlers even where nothing runs: no parser meets any. */
const hideStyles = (html: string): string =>
  html
    .replace(/<(style|script)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) =>
      tag.replace(
        /\s(?:(style)|on\w+)\s*=/gi,
        (_whole, style?: string) => ` ${style ? HIDDEN : 'data-pasted-handler'}=`,
      ),
    )

/** What the editor itself has copied needs no cleaning. */
const isOurs = (html: string): boolean => html.includes('data-pm-slice')

export interface CleanPage {
  html: string
  /** Numbers of rows of the tables that were left out. */
  longTables: number[]
}

/**
 * Pasted markup as our editor means it: lists as lists, headings below the title, styles that say something as
 * elements; other styles, scripts, empty lines and boxes within boxes are gone.
 */
export function cleanPaste(html: string, pictures: (page: Document) => void = () => undefined): CleanPage {
  const page = new DOMParser().parseFromString(hideStyles(html), 'text/html')
  const longTables = takeOutLongTables(page)
  if (!isOurs(html)) {
    tidyPage(page)
    officeLists(page, styleOf)
    outlineHeadings(page)
  }
  pictures(page)
  for (const element of page.querySelectorAll(`[${HIDDEN}]`)) {
    const style = styleOf(element)
    element.removeAttribute(HIDDEN)
    applyStyle(element, style)
  }
  lowerHeadings(page)
  return { html: page.body.innerHTML, longTables }
}

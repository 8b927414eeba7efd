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

/** Pasted markup with its meaningful styles as elements, its other styles gone, and its first-level headings as ours. */
export function withStylesAsElements(html: string): string {
  const hidden = html.replace(/(<[a-z][^<>]*?)\sstyle\s*=/gi, `$1 ${HIDDEN}=`)
  const page = new DOMParser().parseFromString(hidden, 'text/html')
  for (const element of page.querySelectorAll(`[${HIDDEN}]`)) {
    const style = element.getAttribute(HIDDEN) ?? ''
    element.removeAttribute(HIDDEN)
    applyStyle(element, style)
  }
  for (const heading of page.querySelectorAll('h1')) renameElement(heading, 'h2')
  for (const heading of page.querySelectorAll('h5, h6')) renameElement(heading, 'h4')
  return page.body.innerHTML
}

import { attachmentName, isAttachmentLink } from './attachmentLinks'
import { isTag, isText, type AnyNode, type Element } from './dom'

/** Invisible marks and the many widths of a space, on one line. */
export const tidyText = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()

export const textOf = (node: AnyNode): string => {
  if (isText(node)) return node.data
  if (!isTag(node) || /^(?:script|style|noscript)$/.test(node.name)) return ''
  return node.name === 'br' ? ' ' : node.children.map(textOf).join('')
}

export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
/** Also within quotes. */
export const escapeValue = (text: string): string => escapeText(text).replace(/"/g, '&quot;')

/** What a body refers to, with addresses made whole by the page's own. */
export class Gathered {
  readonly pictures: string[] = []
  /** What is said of pictures, by their addresses. */
  readonly alternatives = new Map<string, string>()
  readonly attachments: { href: string; name: string }[] = []

  /** `base`: where the page stood, an address or a path; '' when that is not known. */
  constructor(private readonly base: string) {}

  /** The address that a page's reference means; null when it can mean nothing. */
  resolve(reference: string): string | null {
    const written = reference.trim()
    if (written === '' || /^(?:javascript|vbscript|about|blob|file):/i.test(written)) return null
    if (/^(?:data|tel|mailto):/i.test(written)) return written
    try {
      return new URL(written, this.base === '' ? undefined : this.base).href
    } catch {
      return /^[a-z][a-z\d+.-]*:/i.test(written) ? null : written
    }
  }

  picture(element: Element): string {
    const written = element.attribs['data-src'] ?? element.attribs.src ?? ''
    const src = this.resolve(written)
    if (src === null || isDecoration(element)) return ''
    if (!this.pictures.includes(src)) this.pictures.push(src)
    const alt = tidyText(element.attribs.alt ?? '')
    if (alt !== '' && !this.alternatives.has(src)) this.alternatives.set(src, alt)
    return `<img src="${escapeValue(src)}" alt="${escapeValue(alt)}">`
  }

  link(element: Element, content: string): string {
    const href = this.resolve(element.attribs.href ?? '')
    if (href === null || /^data:/i.test(href) || content === '') return content
    const words = tidyText(element.children.map(textOf).join(''))
    if (isAttachmentLink(href, words) && !this.attachments.some((known) => known.href === href)) {
      this.attachments.push({ href, name: attachmentName(href, words) })
    }
    return `<a href="${escapeValue(href)}">${content}</a>`
  }
}

/** Dots and lines that held a layout in place. */
function isDecoration({ attribs }: Element): boolean {
  const side = (name: 'width' | 'height') => Number.parseInt(attribs[name] ?? '', 10)
  return side('width') <= 3 || side('height') <= 3
}

const MARKS: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  u: 'u',
  ins: 'u',
  s: 's',
  strike: 's',
  del: 's',
  code: 'code',
}

function markOf(element: Element): string | null {
  const mark = MARKS[element.name]
  if (mark !== undefined) return mark
  return /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.attribs.style ?? '') ? 'strong' : null
}

function raw(node: AnyNode, gathered: Gathered): string {
  if (isText(node)) return escapeText(node.data.replace(/[\s\u00a0]+/g, ' '))
  if (!isTag(node) || /^(?:script|style|noscript|img)$/.test(node.name)) return ''
  if (node.name === 'br') return '<br>'
  const inner = node.children.map((child) => raw(child, gathered)).join('')
  if (node.name === 'a') return gathered.link(node, inner)
  const mark = markOf(node)
  return mark === null || inner.trim() === '' ? inner : `<${mark}>${inner}</${mark}>`
}

/** Words with their marks and links; nothing of fonts, sizes and colours. */
export const inlineHtml = (nodes: AnyNode[], gathered: Gathered): string =>
  nodes
    .map((node) => raw(node, gathered))
    .join('')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, '')

import { isTag, isText, type AnyNode, type Element, type ParentNode } from './dom'
import { escapeText, inlineHtml, textOf, tidyText, type Gathered } from './inline'
import { tableHtml, isDataTable } from './dataTable'

/** A paragraph, heading, list, table, picture or line of a page, in reading order. */
export interface Piece {
  kind: 'paragraph' | 'heading' | 'list' | 'table' | 'picture' | 'rule' | 'quote'
  /** Its words on one line. */
  text: string
  html: string
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html legend li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const DROPPED = new Set(
  'script style noscript iframe object embed applet select option textarea input button svg math template head'.split(
    ' ',
  ),
)
const HEADING = /^h[1-6]$/

const holdsBlock = (node: AnyNode): boolean => isTag(node) && (BLOCKS.has(node.name) || node.children.some(holdsBlock))

function alignOf(element: Element): string {
  // Where a table stands says nothing of the words in it.
  if (element.name === 'table') return ''
  const style = /text-align\s*:\s*(center|right)/i.exec(element.attribs.style ?? '')?.[1]
  const align = (style ?? element.attribs.align ?? (element.name === 'center' ? 'center' : '')).toLowerCase()
  return align === 'center' || align === 'right' ? align : ''
}

function paragraphHtml(content: string, align: string): string {
  return align === '' ? `<p>${content}</p>` : `<p style="text-align:${align}">${content}</p>`
}

/** Words and pictures between two blocks: pictures stand alone. */
function flush(nodes: AnyNode[], align: string, heading: string | null, out: Piece[], gathered: Gathered): void {
  let words: AnyNode[] = []
  const close = () => {
    const html = inlineHtml(words, gathered)
    const text = tidyText(words.map(textOf).join(''))
    words = []
    if (text === '') return
    if (heading !== null) out.push({ kind: 'heading', text, html: `<${heading}>${html}</${heading}>` })
    else out.push({ kind: 'paragraph', text, html: paragraphHtml(html, align) })
  }
  const visit = (node: AnyNode): void => {
    if (isTag(node) && node.name === 'img') {
      close()
      const html = gathered.picture(node)
      if (html !== '') out.push({ kind: 'picture', text: '', html })
    } else if (isTag(node) && holdsPicture(node)) node.children.forEach(visit)
    else words.push(node)
  }
  nodes.forEach(visit)
  close()
}

const holdsPicture = (node: AnyNode): boolean =>
  isTag(node) && (node.name === 'img' || node.children.some((child) => holdsPicture(child)))

function listHtml(list: Element, gathered: Gathered): string {
  const items = list.children.filter(isTag).filter(({ name }) => name === 'li')
  const inner = items.map((item) => {
    const nested = item.children.filter((child): child is Element => isTag(child) && /^[uo]l$/.test(child.name))
    const words = item.children.filter((child) => !nested.includes(child as Element))
    return `<li>${inlineHtml(words, gathered)}${nested.map((child) => listHtml(child, gathered)).join('')}</li>`
  })
  return `<${list.name}>${inner.join('')}</${list.name}>`
}

const isPlainList = (list: Element): boolean =>
  list.children.some((child) => isTag(child) && child.name === 'li') &&
  !list.children.some((item) => isTag(item) && item.children.some((child) => isTag(child) && child.name === 'table'))

function walk(parent: ParentNode, align: string, out: Piece[], gathered: Gathered): void {
  let loose: AnyNode[] = []
  const close = () => {
    flush(loose, align, null, out, gathered)
    loose = []
  }
  for (const node of parent.children) {
    if (isTag(node) && DROPPED.has(node.name)) continue
    if (isTag(node) && node.name === 'br') {
      close()
      continue
    }
    if (!isTag(node)) {
      if (isText(node)) loose.push(node)
      continue
    }
    if (!holdsBlock(node) && !node.children.some((child) => isTag(child) && child.name === 'br')) {
      loose.push(node)
      continue
    }
    close()
    block(node, alignOf(node) || (node.name === 'table' ? '' : align), out, gathered)
  }
  close()
}

function block(node: Element, align: string, out: Piece[], gathered: Gathered): void {
  const text = () => tidyText(textOf(node))
  if (node.name === 'hr') out.push({ kind: 'rule', text: '', html: '<hr>' })
  else if (HEADING.test(node.name)) flush(node.children, '', headingFor(node.name), out, gathered)
  else if (/^[uo]l$/.test(node.name) && isPlainList(node)) {
    if (text() !== '') out.push({ kind: 'list', text: text(), html: listHtml(node, gathered) })
  } else if (node.name === 'table' && isDataTable(node)) {
    out.push({ kind: 'table', text: text(), html: tableHtml(node, gathered) })
  } else if (node.name === 'blockquote') {
    const inner: Piece[] = []
    walk(node, '', inner, gathered)
    const html = inner.map((piece) => piece.html).join('')
    if (html !== '') out.push({ kind: 'quote', text: text(), html: `<blockquote>${html}</blockquote>` })
  } else walk(node, align, out, gathered)
}

/** Ours begin at the second level: the first is the title. */
const headingFor = (name: string): string => (name === 'h1' ? 'h2' : name > 'h4' ? 'h4' : name)

/** Everything that a reader sees, in reading order; tables that only lay out the page fall apart into what they hold. */
export function piecesOfHtml(root: ParentNode, gathered: Gathered): Piece[] {
  const out: Piece[] = []
  walk(root, '', out, gathered)
  return out
}

/** A page that was saved as text: a line is a paragraph. */
export function piecesOfText(text: string): Piece[] {
  return text.split(/\r\n|[\r\n]/).flatMap((line): Piece[] => {
    const words = tidyText(line)
    if (words === '') return []
    if (/^[-=_—─*]{8,}$/.test(words)) return [{ kind: 'rule', text: '', html: '<hr>' }]
    return [{ kind: 'paragraph', text: words, html: paragraphHtml(escapeText(words), '') }]
  })
}

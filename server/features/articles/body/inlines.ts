import type { Inline, Mark } from '../../../../shared/domain/blocks'
import { isTag, textOf, type Element, type Node } from './tree'

const MARK_OF: Record<string, Mark> = { strong: 'bold', em: 'italic', u: 'underline', s: 'strike', code: 'code' }

interface Style {
  marks: Mark[]
  href?: string
}

const inlineOf = (text: string, { marks, href }: Style): Inline => ({
  text,
  ...(marks.length > 0 ? { marks } : {}),
  ...(href === undefined ? {} : { href }),
})

function styleWithin(element: Element, style: Style): Style {
  const mark = MARK_OF[element.name]
  if (mark !== undefined && !style.marks.includes(mark)) return { ...style, marks: [...style.marks, mark] }
  if (element.name === 'a' && element.attribs.href) return { ...style, href: element.attribs.href }
  return style
}

function collect(nodes: Node[], style: Style, out: Inline[]): void {
  for (const node of nodes) {
    const text = textOf(node)
    if (text !== null) out.push(inlineOf(text.replace(/[ \t\r\n\f]+/g, ' '), style))
    else if (isTag(node)) {
      if (node.name === 'br') out.push(inlineOf('\n', style))
      else collect(node.children, styleWithin(node, style), out)
    }
  }
}

const sameStyle = (a: Inline, b: Inline): boolean =>
  a.href === b.href && (a.marks ?? []).join() === (b.marks ?? []).join()

/** Joins neighbours of one style and drops white space at both ends. */
function tidy(inlines: Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of inlines) {
    const last = joined.at(-1)
    if (last !== undefined && sameStyle(last, inline)) last.text += inline.text
    else joined.push({ ...inline })
  }
  const first = joined[0]
  if (first !== undefined) first.text = first.text.replace(/^[ \n]+/, '')
  const last = joined.at(-1)
  if (last !== undefined) last.text = last.text.replace(/[ \n]+$/, '')
  return joined.filter(({ text }) => text !== '')
}

/** The words of some nodes with their marks and links; a line break is `\n`. */
export function inlinesOf(nodes: Node[]): Inline[] {
  const out: Inline[] = []
  collect(nodes, { marks: [] }, out)
  return tidy(out)
}

import { blockText, type Block, type Inline } from '../../../../shared/domain/blocks'
import { inlinesOf } from './inlines'
import { isTag, parseHtml, tagsIn, textOf, type Element, type Node } from './tree'

export interface PictureSize {
  file: string
  width: number
  height: number
}

const MAX_DEPTH = 6
const CONTAINERS = ['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'blockquote', 'hr', 'figure', 'table', 'img', 'aside']

const alignOf = (element: Element): 'center' | 'right' | undefined => {
  const align = /text-align:\s*(center|right)/.exec(element.attribs.style ?? '')?.[1]
  return align === 'center' || align === 'right' ? align : undefined
}

function image(element: Element, sizes: PictureSize[], caption = ''): Block {
  const url = element.attribs.src ?? ''
  const size = sizes.find(({ file }) => url.endsWith(`/${file}`))
  return {
    type: 'image',
    url,
    alt: element.attribs.alt ?? '',
    ...(caption === '' ? {} : { caption }),
    ...(size === undefined ? {} : { width: size.width, height: size.height }),
  }
}

/** Words become a paragraph; a picture among them stands alone, as readers' screens are narrow. */
function paragraphs(nodes: Node[], sizes: PictureSize[], align?: 'center' | 'right'): Block[] {
  const blocks: Block[] = []
  let words: Node[] = []
  const close = () => {
    const content = inlinesOf(words)
    if (content.length > 0) blocks.push({ type: 'paragraph', ...(align === undefined ? {} : { align }), content })
    words = []
  }
  for (const node of nodes) {
    if (isTag(node) && node.name === 'img') {
      close()
      blocks.push(image(node, sizes))
    } else words.push(node)
  }
  close()
  return blocks
}

function listItems(list: Element, depth: number): { depth: number; content: Inline[] }[] {
  return tagsIn(list, 'li').flatMap((item) => {
    const inner = tagsIn(item, 'ul', 'ol')
    const content = inlinesOf(item.children.filter((child) => !inner.includes(child as Element)))
    const nested = inner.flatMap((child) => listItems(child, Math.min(depth + 1, MAX_DEPTH)))
    return content.length > 0 ? [{ depth, content }, ...nested] : nested
  })
}

function quote(element: Element): Inline[][] {
  const parts = tagsIn(element, 'p', 'h2', 'h3', 'h4', 'li')
  const lines = parts.length > 0 ? parts.map((part) => inlinesOf(part.children)) : [inlinesOf(element.children)]
  return lines.filter((line) => line.length > 0)
}

function table(element: Element): { header: boolean; content: Inline[] }[][] {
  const parts = [element, ...tagsIn(element, 'thead', 'tbody', 'tfoot')]
  return parts
    .flatMap((part) => tagsIn(part, 'tr'))
    .map((row) =>
      tagsIn(row, 'th', 'td').map((cell) => ({ header: cell.name === 'th', content: inlinesOf(cell.children) })),
    )
    .filter((row) => row.length > 0)
}

/** What the sanitiser has let through as a card. */
function card({ attribs }: Element): Block[] {
  const { 'data-file': file, 'data-name': name = '', 'data-bytes': bytes } = attribs
  if (file !== undefined) return [{ type: 'file', url: `/files/${file}`, name, bytes: Number(bytes) }]
  const { 'data-video': url, 'data-title': title = '', 'data-cover': cover } = attribs
  return url === undefined ? [] : [{ type: 'video', url, title, ...(cover === undefined ? {} : { cover }) }]
}

function blocksOf(element: Element, sizes: PictureSize[]): Block[] {
  switch (element.name) {
    case 'h2':
    case 'h3':
    case 'h4': {
      const content = inlinesOf(element.children)
      return content.length > 0 ? [{ type: 'heading', level: Number(element.name[1]) as 2 | 3 | 4, content }] : []
    }
    case 'ul':
    case 'ol': {
      const items = listItems(element, 0)
      return items.length > 0 ? [{ type: 'list', ordered: element.name === 'ol', items }] : []
    }
    case 'blockquote': {
      const content = quote(element)
      return content.length > 0 ? [{ type: 'quote', content }] : []
    }
    case 'table': {
      const rows = table(element)
      return rows.length > 0 ? [{ type: 'table', rows }] : []
    }
    case 'figure': {
      const caption = tagsIn(element, 'figcaption').flatMap((child) => inlinesOf(child.children))
      const words = caption.map(({ text }) => text).join('')
      return tagsIn(element, 'img').map((child) => image(child, sizes, words))
    }
    case 'img':
      return [image(element, sizes)]
    case 'aside':
      return card(element)
    case 'hr':
      return [{ type: 'divider' }]
    default:
      return paragraphs(element.children, sizes, alignOf(element))
  }
}

/** The blocks of a sanitised body. `sizes`: what is known of its pictures, so that a page need not jump as they load. */
export function toBlocks(html: string, sizes: PictureSize[] = []): Block[] {
  const blocks: Block[] = []
  let loose: Node[] = []
  const close = () => {
    blocks.push(...paragraphs(loose, sizes))
    loose = []
  }
  for (const node of parseHtml(html)) {
    if (isTag(node) && CONTAINERS.includes(node.name)) {
      close()
      blocks.push(...blocksOf(node, sizes))
    } else if (isTag(node) || textOf(node) !== null) loose.push(node)
  }
  close()
  return blocks
}

/** Whether a reader would see nothing: no words and no picture. */
export const isEmptyBody = (blocks: Block[]): boolean =>
  !blocks.some((block) => block.type === 'image' || blockText(block).trim() !== '')

/** The first words of a body on one line, at most `limit` characters. */
export function summaryOf(blocks: Block[], limit = 90): string {
  const text = blocks
    .filter((block) => !['heading', 'table', 'file', 'video'].includes(block.type))
    .map(blockText)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...text]
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`
}

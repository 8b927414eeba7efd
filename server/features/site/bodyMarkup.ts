import { sizeText } from '../../../shared/domain/attachments'
import type { Block, Inline, Mark } from '../../../shared/domain/blocks'
import { videoSite } from '../../../shared/domain/videoSites'
import { Markup, markup } from './markup'

const TAGS: Record<Mark, string> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code' }
const TAKEN = /^(?:https?|tel|mailto):/i

function inlineMarkup({ text, marks = [], href }: Inline): Markup {
  const lines = text.split('\n').map((line, at) => (at === 0 ? markup`${line}` : markup`<br>${line}`))
  const inner = marks.reduce(
    (part, mark) => {
      const tag = new Markup(TAGS[mark])
      return markup`<${tag}>${part}</${tag}>`
    },
    markup`${lines}`,
  )
  return href !== undefined && TAKEN.test(href) ? markup`<a href="${href}" rel="noopener">${inner}</a>` : inner
}

const inlines = (content: Inline[]): Markup => markup`${content.map(inlineMarkup)}`

type List = Extract<Block, { type: 'list' }>

/** Items of one list come flat, each with its depth: deeper ones stand within the item before them. */
function listMarkup({ ordered, items }: List): Markup {
  const tag = ordered ? 'ol' : 'ul'
  let text = ''
  let depth = -1
  for (const item of items) {
    if (item.depth > depth) {
      while (depth < item.depth) {
        depth += 1
        text += `<${tag}><li>`
      }
    } else {
      while (depth > item.depth) {
        depth -= 1
        text += `</li></${tag}>`
      }
      text += '</li><li>'
    }
    text += inlines(item.content).text
  }
  while (depth >= 0) {
    depth -= 1
    text += `</li></${tag}>`
  }
  return new Markup(text)
}

function tableMarkup({ rows }: Extract<Block, { type: 'table' }>): Markup {
  const cells = rows.map(
    (row) =>
      markup`<tr>${row.map(({ header, content }) => (header ? markup`<th>${inlines(content)}</th>` : markup`<td>${inlines(content)}</td>`))}</tr>`,
  )
  return markup`<div class="wide" tabindex="0" role="region" aria-label="表格"><table>${cells}</table></div>`
}

function pictureMarkup(block: Extract<Block, { type: 'image' }>, own: (path: string) => string): Markup {
  const { url, alt, caption, width, height } = block
  const size = width !== undefined && height !== undefined && markup` width="${width}" height="${height}"`
  const words = caption !== undefined && markup`<figcaption>${caption}</figcaption>`
  return markup`<figure><img src="${own(url)}" alt="${alt}"${size} loading="lazy" decoding="async">${words}</figure>`
}

/** One block of an article. `own` makes an address of this server's absolute, where what is written goes elsewhere. */
function blockMarkup(block: Block, own: (path: string) => string): Markup {
  switch (block.type) {
    case 'paragraph':
      return block.align === undefined
        ? markup`<p>${inlines(block.content)}</p>`
        : markup`<p class="${block.align}">${inlines(block.content)}</p>`
    case 'heading': {
      const tag = new Markup(`h${block.level}`)
      return markup`<${tag}>${inlines(block.content)}</${tag}>`
    }
    case 'list':
      return listMarkup(block)
    case 'quote':
      return markup`<blockquote>${block.content.map((line) => markup`<p>${inlines(line)}</p>`)}</blockquote>`
    case 'image':
      return pictureMarkup(block, own)
    case 'table':
      return tableMarkup(block)
    case 'divider':
      return markup`<hr>`
    case 'file':
      return markup`<p><a href="${own(block.url)}" download>${block.name}</a>（${sizeText(block.bytes)}）</p>`
    case 'video':
      return markup`<p><a href="${block.url}" rel="noopener noreferrer">${block.title}</a>（${videoSite(block.url)}）</p>`
  }
}

/** The body of an article as HTML, made of blocks alone: nothing of what staff wrote gets through as markup. */
export const bodyMarkup = (blocks: Block[], own: (path: string) => string = (path) => path): Markup =>
  markup`${blocks.map((block) => blockMarkup(block, own))}`

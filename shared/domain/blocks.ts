/**
 * The body of an article as the mini-program draws it. The server derives it from the sanitised HTML that staff
 * wrote, so that a reader's device never meets markup that it does not know.
 */
export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'code'

export interface Inline {
  text: string
  marks?: Mark[]
  /** An absolute http(s), tel: or mailto: address. */
  href?: string
}

export type Block =
  | { type: 'paragraph'; align?: 'center' | 'right'; content: Inline[] }
  | { type: 'heading'; level: 2 | 3 | 4; content: Inline[] }
  | { type: 'list'; ordered: boolean; items: { depth: number; content: Inline[] }[] }
  | { type: 'quote'; content: Inline[][] }
  | { type: 'image'; url: string; alt: string; caption?: string; width?: number; height?: number }
  | { type: 'table'; rows: { header: boolean; content: Inline[] }[][] }
  | { type: 'divider' }
  /** A file of this server's, to be fetched by members. `name` ends as its kind does. */
  | { type: 'file'; url: string; name: string; bytes: number }
  /** A video on another site, as a card: a mini-program cannot play it. `url` is https. */
  | { type: 'video'; url: string; title: string; cover?: string }

const textOf = (content: Inline[]): string => content.map((inline) => inline.text).join('')

/** The words of a block, one line each, for summaries and search. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOf(block.content)
    case 'list':
      return block.items.map((item) => textOf(item.content)).join('\n')
    case 'quote':
      return block.content.map(textOf).join('\n')
    case 'table':
      return block.rows.map((row) => row.map((cell) => textOf(cell.content)).join(' ')).join('\n')
    case 'image':
      return block.caption ?? ''
    case 'file':
      return block.name
    case 'video':
      return block.title
    case 'divider':
      return ''
  }
}

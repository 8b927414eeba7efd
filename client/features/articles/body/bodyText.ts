import type { ArticleDetail } from '../../../../shared/contract'

export type Block = ArticleDetail['blocks'][number]
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>
export type Inline = BlockOf<'paragraph'>['content'][number]

/** What a link in a body leads to. */
export type Target =
  | { kind: 'page'; path: string }
  | { kind: 'phone'; number: string }
  | { kind: 'address'; address: string }
  | { kind: 'none' }

/** Only what is known to be harmless is followed; anything else stays plain text. */
export function targetOf(href: string): Target {
  const address = href.trim()
  if (address.startsWith('/pages/')) return { kind: 'page', path: address }
  if (/^tel:/i.test(address)) return { kind: 'phone', number: address.slice(4) }
  if (/^(https?:\/\/|mailto:)/i.test(address)) return { kind: 'address', address }
  return { kind: 'none' }
}

/** `1.`, `2.` … per depth for an ordered list; a deeper item starts again below each shallower one. */
export function markersOf(list: BlockOf<'list'>): string[] {
  const counts: number[] = []
  return list.items.map(({ depth }) => {
    if (!list.ordered) return '•'
    counts.length = Math.min(counts.length, depth + 1)
    counts[depth] = (counts[depth] ?? 0) + 1
    return `${counts[depth]}.`
  })
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const areInlines = (value: unknown): boolean =>
  isList(value) && value.every((inline) => typeof (inline as Partial<Inline> | null)?.text === 'string')

/**
 * Whether a block is one that this version can draw. A newer server may send others; the reader is told of each in a
 * line and reads on.
 */
export function isKnown(block: unknown): block is Block {
  const { type, content, items, rows, url, name, bytes, title } = (block ?? {}) as Record<string, unknown>
  switch (type) {
    case 'paragraph':
    case 'heading':
      return areInlines(content)
    case 'quote':
      return isList(content) && content.every(areInlines)
    case 'list':
      return isList(items) && items.every((item) => areInlines((item as { content?: unknown } | null)?.content))
    case 'table':
      return (
        isList(rows) &&
        rows.every(
          (row) => isList(row) && row.every((cell) => areInlines((cell as { content?: unknown } | null)?.content)),
        )
      )
    case 'image':
      return typeof url === 'string'
    case 'file':
      return typeof url === 'string' && typeof name === 'string' && typeof bytes === 'number'
    case 'video':
      return typeof url === 'string' && typeof title === 'string'
    default:
      return type === 'divider'
  }
}

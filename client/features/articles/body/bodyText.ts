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

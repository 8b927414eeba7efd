import type { ChannelKind, ChannelNode } from '../../../shared/contract'

export interface Leaf {
  slug: string
  name: string
  kind: Exclude<ChannelKind, 'group'>
}

/** The channels that hold articles, in the order of the tree: a group stands for those within it. */
export function leavesOf(tree: ChannelNode[]): Leaf[] {
  return tree.flatMap((node) =>
    [node, ...node.children].flatMap(({ slug, name, kind }) => (kind === 'group' ? [] : [{ slug, name, kind }])),
  )
}

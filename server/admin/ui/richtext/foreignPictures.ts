import { Fragment, Slice, type Node } from '@tiptap/pm/model'

/** Pictures live on our own server, at addresses without a host; a page's or a document's pictures do not. */
const isForeign = (node: Node): boolean => {
  const source: unknown = node.attrs.src
  return node.type.name === 'image' && !(typeof source === 'string' && /^\/(?!\/)/.test(source))
}

/** A pasted slice without pictures of other sites, which readers' phones and our policy would refuse to load. */
export function withoutForeignPictures(slice: Slice): { slice: Slice; leftOut: number } {
  let leftOut = 0
  const clean = (fragment: Fragment): Fragment => {
    const kept: Node[] = []
    fragment.forEach((node) => {
      if (isForeign(node)) leftOut += 1
      else kept.push(node.isLeaf ? node : node.copy(clean(node.content)))
    })
    return Fragment.fromArray(kept)
  }
  const content = clean(slice.content)
  return leftOut === 0
    ? { slice, leftOut }
    : {
        slice: new Slice(
          content,
          Math.min(slice.openStart, depthOf(content, true)),
          Math.min(slice.openEnd, depthOf(content, false)),
        ),
        leftOut,
      }
}

/** How deep the first or last edge of a fragment is open at most. */
function depthOf(fragment: Fragment, first: boolean): number {
  let depth = 0
  let edge = first ? fragment.firstChild : fragment.lastChild
  while (edge !== null && !edge.isLeaf) {
    depth += 1
    edge = first ? edge.firstChild : edge.lastChild
  }
  return depth
}

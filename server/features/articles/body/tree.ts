import type * as Parser from 'htmlparser2'

let loaded: typeof Parser | null = null
/** Members never need it: loaded when staff first write. Asked for at every node, which `require` is too slow for. */
const parser = (): typeof Parser => (loaded ??= require('htmlparser2') as typeof Parser) // eslint-disable-line @typescript-eslint/no-require-imports

export type Node = ReturnType<typeof Parser.parseDocument>['children'][number]
export type Element = Extract<Node, { attribs: object }>

export const isTag = (node: Node): node is Element => parser().DomUtils.isTag(node)
export const textOf = (node: Node): string | null => (parser().DomUtils.isText(node) ? node.data : null)
export const parseHtml = (html: string): Node[] => parser().parseDocument(html).children
export const tagsIn = (element: Element, ...names: string[]): Element[] =>
  element.children.filter((child): child is Element => isTag(child) && names.includes(child.name))

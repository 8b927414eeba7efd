import { DomUtils, parseDocument } from 'htmlparser2'

export type Node = ReturnType<typeof parseDocument>['children'][number]
export type Element = Extract<Node, { attribs: object }>

export const isTag = (node: Node): node is Element => DomUtils.isTag(node)
export const textOf = (node: Node): string | null => (DomUtils.isText(node) ? node.data : null)
export const parseHtml = (html: string): Node[] => parseDocument(html).children
export const tagsIn = (element: Element, ...names: string[]): Element[] =>
  element.children.filter((child): child is Element => isTag(child) && names.includes(child.name))

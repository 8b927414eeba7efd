import type { CheerioAPI } from 'cheerio'

type OneOf<List> = List extends Iterable<infer Item> ? Item : never

/** A node of a parsed page; the parser's own types are not exported by what we depend on. */
export type AnyNode = OneOf<ReturnType<ReturnType<CheerioAPI['root']>['contents']>>
export type Element = Extract<AnyNode, { attribs: unknown }>
export type ParentNode = Extract<AnyNode, { children: unknown }>
type Text = Extract<AnyNode, { data: string; type: unknown }>

export const isTag = (node: AnyNode): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style'
export const isText = (node: AnyNode): node is Text => node.type === 'text'

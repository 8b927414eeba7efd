import type { ChannelNode } from '../../../shared/contract'
import { Document } from '../../kernel/document'
import { jsonData, markup, type Markup, type Part } from './markup'
import type { Described } from './structuredData'
import { STYLE_PATH } from './style'

/** Nothing but pictures and the style sheet of this server: no script at all, and nothing that stands inline. */
const policyFor = ({ pictureOrigins }: Described): string =>
  [
    "default-src 'none'",
    ["img-src 'self'", ...pictureOrigins].join(' '),
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ')

export interface PageHead {
  title: string
  description: string
  /** Its one address, whole. */
  canonical: string
  type: 'website' | 'article'
  picture: { url: string; width?: number; height?: number; alt: string } | null
  /** Open Graph's further facts of an article. */
  facts?: Record<string, string>
  data: unknown
  feed?: { title: string; url: string }
  next?: string | null
}

export interface PageOptions {
  head: PageHead
  /** Of the channel that is being read. */
  current?: string
  tree: ChannelNode[]
  changedAt?: number | null
  main: Markup
}

const property = (name: string, content: string): Markup => markup`<meta property="${name}" content="${content}">\n`

function openGraph(head: PageHead, { association }: Described): Part {
  const { picture } = head
  return [
    property('og:type', head.type),
    property('og:site_name', association.organisation.name),
    property('og:locale', 'zh_CN'),
    property('og:title', head.title),
    property('og:description', head.description),
    property('og:url', head.canonical),
    picture !== null && property('og:image', picture.url),
    picture?.width !== undefined && property('og:image:width', String(picture.width)),
    picture?.height !== undefined && property('og:image:height', String(picture.height)),
    picture !== null && property('og:image:alt', picture.alt),
    Object.entries(head.facts ?? {}).map(([name, value]) => property(name, value)),
    markup`<meta name="twitter:card" content="${picture === null ? 'summary' : 'summary_large_image'}">\n`,
  ]
}

export const leavesOf = (tree: ChannelNode[]): { id: string; slug: string; name: string }[] =>
  tree.flatMap((node) => (node.kind === 'group' ? node.children : [node]))

function top(tree: ChannelNode[], current: string | undefined, { association, addresses }: Described): Markup {
  const { name, motto } = association.organisation
  const mark = (slug: string): Part => slug === current && markup` aria-current="page"`
  const links = leavesOf(tree).map(
    (channel) => markup`<li><a href="${addresses.channel(channel.slug)}"${mark(channel.slug)}>${channel.name}</a></li>`,
  )
  const channels = links.length > 0 && markup`<nav aria-label="栏目"><ul class="channels">${links}</ul></nav>`
  return markup`<header class="top"><div class="wrap"><p class="name"><a href="${addresses.home}">${name}</a></p>${motto !== '' && markup`<p class="motto">${motto}</p>`}${channels}</div></header>`
}

function foot({ association, addresses }: Described): Markup {
  const { phones, address, building, copyright, icp } = association.contact
  const numbers = phones.map(
    ({ label, number }) => markup`<p>${label}：<a href="tel:${number.replace(/[^\d+]/g, '')}">${number}</a></p>`,
  )
  const filing = icp !== '' && markup`<a href="https://beian.miit.gov.cn/" rel="noopener">${icp}</a>`
  return markup`<footer class="end wrap">${numbers}<p>地址：${address}${building !== '' && `，${building}`}</p><p><a href="${addresses.members}">会员端</a> · <a href="${addresses.feed()}">订阅（Atom）</a> · <a href="${addresses.events}">活动日历</a></p><p>${copyright} ${filing}</p></footer>`
}

/** A whole page: what machines read of it, and what people do. Without a script. */
export function pageDocument({ head, current, tree, changedAt, main }: PageOptions, described: Described): Document {
  const { association, addresses } = described
  const own = association.organisation.shortName
  const title = head.title === association.organisation.name ? head.title : `${head.title} - ${own}`
  const { feed, next } = head
  const text = markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${head.description}">
<meta name="robots" content="index, follow, max-image-preview:large">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${head.canonical}">
${next !== undefined && next !== null && markup`<link rel="next" href="${next}">\n`}<link rel="stylesheet" href="${STYLE_PATH}">
<link rel="icon" type="image/png" href="/web/mark-192.png">
<link rel="alternate" type="application/atom+xml" title="${association.organisation.name}" href="${addresses.feed()}">
${feed !== undefined && markup`<link rel="alternate" type="application/atom+xml" title="${feed.title}" href="${feed.url}">\n`}${openGraph(head, described)}${jsonData(head.data)}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${top(tree, current, described)}
<div class="wrap"><main id="main">${main}</main></div>
${foot(described)}
</body>
</html>
`
  return new Document(text.text, { type: 'text/html; charset=utf-8', policy: policyFor(described), changedAt })
}

/** A page that says that there is nothing to read here; made without the database, which may be what is missing. */
export function apologyDocument(title: string, advice: Markup, described: Described): Document {
  const text = markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${described.association.organisation.shortName}</title>
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
${top([], undefined, described)}
<div class="wrap"><main id="main"><div class="sheet"><h1>${title}</h1>${advice}</div></main></div>
${foot(described)}
</body>
</html>
`
  return new Document(text.text, { type: 'text/html; charset=utf-8', policy: policyFor(described) })
}

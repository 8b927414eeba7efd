import type { ArticlePage, ArticleSummary, ChannelNode, Home } from '../../../shared/contract'
import { formatDate, formatPeriod } from '../../../shared/domain/time'
import type { Document } from '../../kernel/document'
import { stateChip } from './articlePage'
import { pageDocument } from './layout'
import { markup, type Markup } from './markup'
import { homeData, type Described } from './structuredData'
import { shanghaiTime, timesOf } from './times'

export interface ListContext {
  tree: ChannelNode[]
  now: number
}

function facts(article: ArticleSummary, now: number): Markup {
  const { event } = article
  if (event === null) {
    const published = Date.parse(article.publishedAt)
    return markup`<p class="facts"><time datetime="${shanghaiTime(published)}">${formatDate(published)}</time><span>${article.publisher}</span></p>`
  }
  const times = timesOf(event, now)
  return markup`<p class="facts">${stateChip(times, event)}<time datetime="${shanghaiTime(times.startsAt)}">${formatPeriod(times.startsAt, times.endsAt)}</time><span>${event.venue}</span></p>`
}

function item(article: ArticleSummary, now: number, level: 'h2' | 'h3', { addresses }: Described): Markup {
  const link = markup`<a href="${addresses.article(article.id)}">${article.title}</a>`
  const title = level === 'h2' ? markup`<h2>${link}</h2>` : markup`<h3>${link}</h3>`
  const { cover } = article
  // The title beside it says where it leads: a picture of its own would only be read out twice.
  const picture =
    cover !== null &&
    markup`<img src="${cover.small ?? cover.url}" alt="" width="132" height="88" loading="lazy" decoding="async">`
  return markup`<li><div class="item"><div>${title}<p>${article.summary}</p></div>${picture}</div>${facts(article, now)}</li>`
}

const items = (articles: ArticleSummary[], now: number, level: 'h2' | 'h3', described: Described): Markup =>
  markup`<ul class="items">${articles.map((article) => item(article, now, level, described))}</ul>`

const part = (title: string, more: { words: string; address: string } | null, list: Markup): Markup =>
  markup`<div class="part"><h2>${title}</h2>${more !== null && markup`<a href="${more.address}">${more.words}</a>`}</div>${list}`

const shareMark = ({ addresses, association }: Described) => ({
  url: addresses.mark,
  width: 512,
  height: 512,
  alt: association.organisation.name,
})

/** The first page for whoever comes from outside WeChat. */
export function homeDocument(home: Home, { tree, now }: ListContext, described: Described): Document {
  const { addresses, association } = described
  const { organisation } = association
  const parts = [
    home.pinned.length > 0 && part('置顶', null, items(home.pinned, now, 'h3', described)),
    home.events.length > 0 &&
      part(
        '近期活动',
        { words: '订阅到日历', address: addresses.eventsSubscription },
        items(home.events, now, 'h3', described),
      ),
    ...home.latest
      .filter(({ items: latest }) => latest.length > 0)
      .map(({ channel, items: latest }) =>
        part(
          channel.name,
          { words: `全部${channel.name}`, address: addresses.channel(channel.slug) },
          items(latest, now, 'h3', described),
        ),
      ),
  ]
  const isEmpty = parts.every((one) => one === false)
  const main = markup`<div class="sheet"><h1>${organisation.welcome || organisation.name}</h1>${isEmpty ? markup`<p>还没有发布文章。</p>` : parts}<p class="ways"><a href="${addresses.memberSearch}">搜索文章</a><a href="${addresses.members}">打开会员端</a></p></div>`
  const head = {
    title: organisation.name,
    description: `${organisation.name}的通知公告、新闻与活动预告。${organisation.motto}`,
    canonical: addresses.home,
    type: 'website' as const,
    picture: shareMark(described),
    data: homeData(described),
  }
  return pageDocument({ head, tree, main }, described)
}

const nameIn = (tree: ChannelNode[], slug: string): string =>
  tree.flatMap((node) => [node, ...node.children]).find((channel) => channel.slug === slug)?.name ?? slug

/** One page of a channel; each names the next one, so that every article can be come to by links alone. */
export function channelDocument(
  page: ArticlePage,
  { slug, cursor }: { slug: string; cursor?: string },
  { tree, now }: ListContext,
  described: Described,
): Document {
  const { addresses, association } = described
  const name = nameIn(tree, slug)
  const next = page.nextCursor === null ? null : addresses.channel(slug, page.nextCursor)
  const list = page.items.length === 0 ? markup`<p>这里还没有文章。</p>` : items(page.items, now, 'h2', described)
  const back = cursor !== undefined && markup`<a href="${addresses.channel(slug)}" rel="first">回到最新</a>`
  const on = next !== null && markup`<a href="${next}" rel="next">更早的文章</a>`
  const main = markup`<div class="sheet"><nav class="trail" aria-label="位置"><a href="${addresses.home}">首页</a> › ${name}</nav><h1>${name}</h1>${list}<nav class="ways" aria-label="翻页">${back}${on}<a href="${addresses.memberChannel(slug)}">在会员端打开</a><a href="${addresses.feed(slug)}">订阅本栏目（Atom）</a></nav></div>`
  const head = {
    title: cursor === undefined ? name : `${name}（更早）`,
    description: `${association.organisation.name}“${name}”栏目的文章。`,
    canonical: addresses.channel(slug, cursor),
    type: 'website' as const,
    picture: shareMark(described),
    data: {
      '@context': 'https://schema.org',
      '@type': 'CollectionPage',
      name,
      url: addresses.channel(slug, cursor),
      isPartOf: { '@type': 'WebSite', name: association.organisation.name, url: addresses.home },
    },
    feed: { title: name, url: addresses.feed(slug) },
    next,
  }
  return pageDocument({ head, current: slug, tree, main }, described)
}

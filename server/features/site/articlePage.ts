import type { ArticleDetail, ChannelNode, Event, Picture } from '../../../shared/contract'
import { CARD_VARIANT } from '../../../shared/domain/pictureVariants'
import { EVENT_STATES } from '../../../shared/phrases'
import { formatDate, formatDateTime, formatPeriod } from '../../../shared/domain/time'
import type { Document } from '../../kernel/document'
import type { SiteAddresses } from './addresses'
import { bodyMarkup } from './bodyMarkup'
import { leavesOf, pageDocument, type PageHead } from './layout'
import { markup, type Markup } from './markup'
import { articleData, picturesOf, type Described } from './structuredData'
import { lastTurn, shanghaiTime, timesOf, type EventTimes } from './times'

const isoTime = (instant: string): string => shanghaiTime(Date.parse(instant))

export function stateChip({ state }: Pick<EventTimes, 'state'>, event: Event): Markup {
  const look = state === 'cancelled' ? 'warn' : state === 'ended' ? '' : 'live'
  const moved = event.changedAt !== null && state !== 'cancelled' && state !== 'ended'
  return markup`<span class="chip ${look}">${EVENT_STATES[state].zh}</span>${moved && markup` <span class="chip warn">时间地点有变更</span>`}`
}

function eventCard(article: ArticleDetail, event: Event, now: number, { addresses }: Described): Markup {
  const times = timesOf(event, now)
  const { startsAt, endsAt, signupDeadline, state } = times
  const place = event.address === null ? event.venue : `${event.venue}（${event.address}）`
  const period = markup`<time datetime="${shanghaiTime(startsAt)}">${formatPeriod(startsAt, endsAt)}</time>`
  const deadline =
    signupDeadline !== null &&
    markup`<dt>报名截止</dt><dd><time datetime="${shanghaiTime(signupDeadline)}">${formatDateTime(signupDeadline)}</time></dd>`
  const places = event.capacityNote !== undefined && markup`<dt>名额</dt><dd>${event.capacityNote}</dd>`
  const link =
    state !== 'ended' &&
    markup`<p><a href="${addresses.articleCalendar(article.id)}" type="text/calendar">加入日历（.ics 文件）</a></p>`
  return markup`<section class="event" aria-label="活动安排"><dl><dt>状态</dt><dd>${stateChip(times, event)}</dd><dt>时间</dt><dd>${period}</dd><dt>地点</dt><dd>${place}</dd>${deadline}${places}</dl>${link}</section>`
}

/** Leads on to where members are told of what comes. The code is only asked for when somebody opens it. */
function onwards(article: ArticleDetail, isListed: boolean, { association, addresses }: Described): Markup {
  const more =
    isListed &&
    markup`<a class="button" href="${addresses.channel(article.channel.slug)}">更多${article.channel.name}</a>`
  return markup`<div class="open"><a class="button" href="${addresses.memberArticle(article.id)}">在会员端打开</a>${more}<details><summary>在微信小程序中打开</summary><p>用微信扫一扫，即可在“${association.organisation.shortName}”小程序中阅读本文、开启活动提醒。</p><img class="code" src="/api/articles/${article.id}/code" width="215" height="215" loading="lazy" alt="本文的小程序码；如果没有显示，请在微信中搜索“${association.organisation.shortName}”"></details></div>`
}

/** The picture of the cards that other sites make of a link: cut around what matters where staff said what that is. */
const cardOf = ({ card, url, width, height }: Picture, addresses: SiteAddresses) =>
  card === undefined ? { url: addresses.own(url), width, height } : { url: addresses.own(card), ...CARD_VARIANT }

function headOf(article: ArticleDetail, isListed: boolean, described: Described): PageHead {
  const { addresses } = described
  const { cover } = article
  const [first] = picturesOf(article, addresses)
  const picture = first === undefined ? null : { url: first, alt: article.title }
  return {
    title: article.title,
    description: article.summary,
    canonical: addresses.article(article.id),
    type: 'article',
    picture: cover === null ? picture : { ...cardOf(cover, addresses), alt: cover.alt || article.title },
    facts: {
      'article:published_time': isoTime(article.publishedAt),
      'article:modified_time': isoTime(article.updatedAt),
      'article:section': article.channel.name,
      'article:author': article.publisher,
    },
    data: articleData(article, isListed, described),
    ...(isListed ? { feed: { title: article.channel.name, url: addresses.feed(article.channel.slug) } } : {}),
  }
}

/** An article as a page of its own. Views are not told: a number that changes all the time would make it another page. */
export function articleDocument(
  article: ArticleDetail,
  { tree, now }: { tree: ChannelNode[]; now: number },
  described: Described,
): Document {
  const { addresses } = described
  const { channel, event, cover } = article
  // A channel that the association's file dropped has no page; its articles stay for who has a link.
  const isListed = leavesOf(tree).some(({ slug }) => slug === channel.slug)
  const isCoverShown = cover !== null && !article.blocks.some(({ type }) => type === 'image')
  const picture =
    isCoverShown &&
    markup`<figure><img src="${cover.url}" alt="${cover.alt}" width="${cover.width}" height="${cover.height}"></figure>`
  const published = Date.parse(article.publishedAt)
  const main = markup`<article class="sheet"><nav class="trail" aria-label="位置"><a href="${addresses.home}">首页</a> › ${isListed ? markup`<a href="${addresses.channel(channel.slug)}">${channel.name}</a>` : channel.name}</nav><h1>${article.title}</h1><p class="about"><span>${article.publisher}</span><time datetime="${isoTime(article.publishedAt)}">${formatDate(published)}</time></p>${event !== null && eventCard(article, event, now, described)}<div class="body">${picture}${bodyMarkup(article.blocks)}</div>${onwards(article, isListed, described)}</article>`
  const changedAt = Math.max(Date.parse(article.updatedAt), published, lastTurn(event, now) ?? 0)
  return pageDocument(
    { head: headOf(article, isListed, described), current: channel.slug, tree, changedAt, main },
    described,
  )
}

import type { ArticleSummary } from '../../../../shared/contract'
import { formatDate, formatDateTime } from '../../../../shared/domain/time'
import type { PosterWords } from './drawPoster'

const linesFor = ({ event, publisher, publishedAt }: ArticleSummary): string[] =>
  event
    ? [`时间：${formatDateTime(Date.parse(event.startsAt))}`, `地点：${event.venue}`]
    : [`${formatDate(Date.parse(publishedAt))} · ${publisher}`]

/** What a poster says; without a code it names the mini-program to search for. */
export const posterWords = (
  article: ArticleSummary,
  { name, shortName }: { name: string; shortName: string },
  code: boolean,
): PosterWords => ({
  channel: article.channel.name,
  title: article.title,
  lines: linesFor(article),
  organisation: name,
  hint: code ? '微信扫码或长按识别小程序码，阅读全文' : `在微信中搜索“${shortName}”小程序，阅读全文`,
  ...(article.cover?.focus ? { focus: article.cover.focus } : {}),
})

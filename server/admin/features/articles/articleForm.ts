import type { ArticleInput, Media, StaffArticle } from '../../../../shared/contract'
import { emptyEvent, eventInput, eventOf, isEventBlank, type EventForm } from './eventForm'

/** What the editor holds while somebody writes. The event stays in it when the channel is changed back and forth. */
export interface ArticleForm {
  channel: string
  title: string
  summary: string
  publisher: string
  bodyHtml: string
  cover: Media | null
  pinned: boolean
  event: EventForm
}

export const TITLE_MAX = 120
export const SUMMARY_MAX = 200
export const PUBLISHER_MAX = 60

export const emptyForm = (channel: string, publisher: string): ArticleForm => ({
  channel,
  title: '',
  summary: '',
  publisher,
  bodyHtml: '',
  cover: null,
  pinned: false,
  event: emptyEvent(),
})

export const formOf = (article: StaffArticle): ArticleForm => ({
  channel: article.channel.slug,
  title: article.title,
  summary: article.summary,
  publisher: article.publisher,
  bodyHtml: article.bodyHtml,
  cover: article.cover,
  pinned: article.pinned,
  event: article.event === null ? emptyEvent() : eventOf(article.event),
})

/**
 * What is sent. Outside channels of events the event is left out; in one, an event of which nothing is filled in yet
 * is left out too, so that a first draft can be kept.
 */
export function inputOf(form: ArticleForm, holdsEvents: boolean): ArticleInput {
  return {
    channel: form.channel,
    title: form.title.trim(),
    summary: form.summary.trim(),
    publisher: form.publisher.trim(),
    bodyHtml: form.bodyHtml,
    coverId: form.cover?.id ?? null,
    pinned: form.pinned,
    event: holdsEvents && !isEventBlank(form.event) ? eventInput(form.event) : null,
  }
}

/** Whether anything a reader or the list would show differs. */
export const sameForm = (a: ArticleForm, b: ArticleForm): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b))

const plain = (form: ArticleForm) => ({
  ...form,
  cover: form.cover?.id ?? null,
  bodyHtml: isBlankHtml(form.bodyHtml) ? '' : form.bodyHtml,
  event: { ...form.event },
})

/** True when the markup shows nothing: no words, no picture, table or line. */
export function isBlankHtml(html: string): boolean {
  if (/<(?:img|table|hr)\b/i.test(html)) return false
  return html.replace(/<[^>]*>/g, '').replace(/&nbsp;|\s/g, '') === ''
}

import type { FieldErrors } from '../../api/errors'
import { isBlankHtml, type ArticleForm } from './articleForm'
import { checkEvent } from './eventForm'
import { fieldWords } from '../../ui/words'

/** Problems that can be told before asking the server, by the contract's path. */
export function checkForm(form: ArticleForm, holdsEvents: boolean, forPublishing: boolean): FieldErrors {
  const problems: FieldErrors = {}
  if (form.title.trim() === '') problems.title = fieldWords('required')
  if (form.channel === '') problems.channel = fieldWords('required')
  if (form.publisher.trim() === '') problems.publisher = fieldWords('required')
  if (forPublishing && isBlankHtml(form.bodyHtml)) problems.bodyHtml = fieldWords('body_empty')
  return holdsEvents ? { ...problems, ...checkEvent(form.event, forPublishing) } : problems
}

/** The server names fields from the request's root (`article.title` in a save); the form knows them from the article's. */
export const fromServer = (fields: FieldErrors): FieldErrors =>
  Object.fromEntries(Object.entries(fields).map(([path, words]) => [path.replace(/^article\./, ''), words]))

const SHOWN = [
  'channel',
  'title',
  'summary',
  'publisher',
  'bodyHtml',
  'coverId',
  'event.startsAt',
  'event.endsAt',
  'event.venue',
  'event.address',
  'event.location.latitude',
  'event.location.longitude',
  'event.signupDeadline',
  'event.capacityNote',
  // in the dialogs that ask for it
  'withdrawAt',
  'at',
]

/** Problems (but a notice's, which its own form shows) that belong to no field on the screen, to be said in one place instead of being lost. */
export const unshown = (fields: FieldErrors): string[] =>
  Object.entries(fields).flatMap(([path, words]) => (SHOWN.includes(path) || path.startsWith('notice.') ? [] : [words]))

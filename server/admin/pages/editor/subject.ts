import type { StaffArticle } from '../../../../shared/contract'
import { formOf, type ArticleForm } from '../../features/articles/articleForm'
import type { NoticeSubject } from '../../features/notices/noticeValues'

/** What a notice about this writing can say; null until the event has its times. */
export function subjectOf(form: ArticleForm, organisation: string): NoticeSubject | null {
  const { startsAt, endsAt, venue, signupDeadline } = form.event
  if (startsAt === null || endsAt === null) return null
  return { title: form.title.trim(), organisation, startsAt, endsAt, venue: venue.trim(), signupDeadline }
}

/** The same of the article as the server has it. */
export const subjectOfArticle = (article: StaffArticle, organisation: string): NoticeSubject | null =>
  article.event === null ? null : subjectOf(formOf(article), organisation)

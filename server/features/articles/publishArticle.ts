import type { StaffArticle } from '../../../shared/contract'
import { checkValues, type NoticeTemplate } from '../../../shared/domain/noticeDraft'
import { lacksOtherEyes } from '../../../shared/domain/review'
import { AppError, invalidFields, type FieldProblem } from '../../kernel/errors'
import { newId } from '../../kernel/ids'
import { channelOf, publishProblems, summaryFor } from './draft'
import { noticePage, planNotices } from './planNotices'
import type { NewNotice, NoticeWakeup, StaffArticleFound, WantedNotice } from './portsStaff'
import { articleAudit, findArticle, showArticle, type Actor, type StaffArticleDeps } from './saveArticle'
import { withdrawalWith } from './withdrawLater'

export interface PublishDeps extends StaffArticleDeps {
  wakeup: NoticeWakeup
}

export interface PublishCommand {
  id: string
  version: number
  /** Null: tell nobody. */
  notice: WantedNotice | null
  /** ISO instant of its withdrawal; null: none; absent: as it was set before. */
  withdrawAt?: string | null
}

function valueProblems(template: NoticeTemplate, values: Record<string, string>): Record<string, FieldProblem> {
  return Object.fromEntries(
    Object.entries(checkValues(template, values)).map(([key, { code, ...values }]) => [
      `notice.values.${key}`,
      { code, values },
    ]),
  )
}

/** The notice as it will go out: its values are frozen here, whatever becomes of the article. */
export function previewNotice(
  { templates }: PublishDeps,
  article: StaffArticleFound,
  { values, atNight }: WantedNotice,
): NewNotice {
  const template = templates.find(({ kind }) => kind === 'preview')
  if (article.event === null || template === undefined) throw new AppError('notice_needs_event')
  const problems = valueProblems(template, values)
  if (Object.keys(problems).length > 0) throw invalidFields(problems)
  const id = newId()
  const page = noticePage(article.id, id)
  return { id, dedupeKey: `preview:${article.id}`, templateId: template.id, values, page, atNight }
}

/** Somebody was faster: say whether they published it, saved it, or only took back its approval. */
export async function refusal(deps: PublishDeps, { id, version }: PublishCommand): Promise<AppError> {
  const found = await findArticle(deps, id)
  if (found.status === 'published') return new AppError('article_published')
  return new AppError(found.version === version ? 'review_changed' : 'article_changed')
}

/**
 * An article that is fit for members' eyes, with the notice that is to go with it.
 * An approval that it has is enough; without one, to publish it is to approve it.
 * @throws AppError article_published, article_changed, article_needs_review, request_invalid, notice_needs_event
 */
export async function readyToPublish(deps: PublishDeps, { id, version, notice }: PublishCommand, staffId: string) {
  const found = await findArticle(deps, id)
  if (found.status === 'published') throw new AppError('article_published')
  if (found.version !== version) throw new AppError('article_changed')
  const { kind } = channelOf(await deps.channels.tree(), found.channel.slug)
  const problems = publishProblems(kind, found.bodyHtml, found.event)
  if (Object.keys(problems).length > 0) throw invalidFields(problems)
  if (lacksOtherEyes(await deps.reviewRules.read(), found.written, staffId)) throw new AppError('article_needs_review')
  return {
    found,
    judged: { review: found.review, approves: found.review !== 'approved' },
    summary: summaryFor(found.summary, found.bodyHtml),
    notice: notice === null ? null : previewNotice(deps, found, notice),
  }
}

/** Publishes an article and, in the same transaction, decides to tell the subscribers of new events. */
export async function publishArticle(deps: PublishDeps, command: PublishCommand, actor: Actor): Promise<StaffArticle> {
  const { id, version } = command
  const { found, judged, summary, notice } = await readyToPublish(deps, command, actor.staff.id)
  const withdrawAt = withdrawalWith(found, command.withdrawAt, null, deps.clock.now())
  const audit = articleAudit(deps, actor, 'publish', id, {
    title: found.title,
    notice: notice?.id ?? null,
    atNight: notice?.atNight,
    ...(withdrawAt === null ? {} : { withdrawAt: new Date(withdrawAt).toISOString() }),
  })
  const plan = await planNotices(deps, { ...found, status: 'published' })
  const outcome = await deps.articles.publish({ id, version, ...judged, summary, notice, withdrawAt, plan, audit })
  if (outcome === 'notice_exists') throw new AppError('notice_exists')
  if (outcome === 'changed') throw await refusal(deps, command)
  if (notice !== null) deps.wakeup.notify()
  return showArticle(deps, id)
}

/** Takes a published article away from members; it can be saved and published again. */
export async function withdrawArticle(
  deps: StaffArticleDeps,
  { id, version }: { id: string; version: number },
  actor: Actor,
): Promise<StaffArticle> {
  const found = await findArticle(deps, id)
  if (found.status !== 'published') throw new AppError('article_not_published')
  const audit = articleAudit(deps, actor, 'withdraw', id, { title: found.title })
  const isNewest = found.version === version
  if (!isNewest || !(await deps.articles.withdraw({ id, version, audit }))) throw new AppError('article_changed')
  return showArticle(deps, id)
}

import type { StaffArticle } from '../../../shared/contract'
import { checkValues, type NoticeTemplate } from '../../../shared/domain/noticeDraft'
import { AppError, invalidFields, type FieldProblem } from '../../kernel/errors'
import { newId } from '../../kernel/ids'
import { channelOf, publishProblems, summaryFor } from './draft'
import type { NewNotice, NoticeWakeup, StaffArticleFound } from './portsStaff'
import { articleAudit, findArticle, showArticle, type Actor, type StaffArticleDeps } from './saveArticle'

export interface PublishDeps extends StaffArticleDeps {
  templates: NoticeTemplate[]
  wakeup: NoticeWakeup
}

export interface PublishCommand {
  id: string
  version: number
  /** Null: tell nobody. */
  notice: { values: Record<string, string> } | null
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
function previewNotice(
  { templates }: PublishDeps,
  article: StaffArticleFound,
  values: Record<string, string>,
): NewNotice {
  const template = templates.find(({ kind }) => kind === 'preview')
  if (article.event === null || template === undefined) throw new AppError('notice_needs_event')
  const problems = valueProblems(template, values)
  if (Object.keys(problems).length > 0) throw invalidFields(problems)
  const id = newId()
  const page = `pages/article/index?id=${article.id}&notice=${id}`
  return { id, dedupeKey: `preview:${article.id}`, templateId: template.id, values, page }
}

/** Somebody was faster: say whether they published it or only saved it. */
async function refusal(deps: PublishDeps, id: string): Promise<AppError> {
  const { status } = await findArticle(deps, id)
  return new AppError(status === 'published' ? 'article_published' : 'article_changed')
}

/** Publishes an article and, in the same transaction, decides to tell the subscribers of new events. */
export async function publishArticle(deps: PublishDeps, command: PublishCommand, actor: Actor): Promise<StaffArticle> {
  const { id, version } = command
  const found = await findArticle(deps, id)
  if (found.status === 'published') throw new AppError('article_published')
  if (found.version !== version) throw new AppError('article_changed')
  const { kind } = channelOf(await deps.channels.tree(), found.channel.slug)
  const problems = publishProblems(kind, found.bodyHtml, found.event)
  if (Object.keys(problems).length > 0) throw invalidFields(problems)
  const notice = command.notice === null ? null : previewNotice(deps, found, command.notice.values)

  const audit = articleAudit(deps, actor, 'publish', id, { title: found.title, notice: notice?.id ?? null })
  const summary = summaryFor(found.summary, found.bodyHtml)
  const outcome = await deps.articles.publish({ id, version, summary, notice, audit })
  if (outcome === 'notice_exists') throw new AppError('notice_exists')
  if (outcome === 'changed') throw await refusal(deps, id)
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

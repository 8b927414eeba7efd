import type { StaffArticle } from '../../../shared/contract'
import { AppError } from '../../kernel/errors'
import { readyToPublish, refusal, type PublishCommand, type PublishDeps } from './publishArticle'
import { articleAudit, findArticle, showArticle, type Actor, type StaffArticleDeps } from './saveArticle'
import { withdrawalWith } from './withdrawLater'

export interface ScheduleCommand extends PublishCommand {
  /** ISO instant */
  at: string
}

/**
 * Sets when an article publishes itself, and with which words subscribers are told then. All that publishing asks for
 * has to be there now; an earlier time is replaced.
 */
export async function scheduleArticle(
  deps: PublishDeps,
  command: ScheduleCommand,
  actor: Actor,
): Promise<StaffArticle> {
  const { id, version } = command
  const { found, judged, summary } = await readyToPublish(deps, command, actor.staff.id)
  const at = Date.parse(command.at)
  if (at <= deps.clock.now()) throw new AppError('time_past')
  const withdrawAt = withdrawalWith(found, command.withdrawAt, at, deps.clock.now())
  const audit = articleAudit(deps, actor, 'schedule', id, {
    title: found.title,
    at: new Date(at).toISOString(),
    notice: command.notice !== null,
    atNight: command.notice?.atNight,
    ...(withdrawAt === null ? {} : { withdrawAt: new Date(withdrawAt).toISOString() }),
  })
  const publication = { notice: command.notice, by: actor.staff.id }
  const outcome = await deps.articles.schedule({ id, version, ...judged, at, withdrawAt, summary, publication, audit })
  if (outcome === 'notice_exists') throw new AppError('notice_exists')
  if (outcome === 'changed') throw await refusal(deps, command)
  return showArticle(deps, id)
}

/** Takes back a publication that is set for later; the article stays as it is. */
export async function unscheduleArticle(
  deps: StaffArticleDeps,
  { id, version }: { id: string; version: number },
  actor: Actor,
): Promise<StaffArticle> {
  const found = await findArticle(deps, id)
  if (found.scheduledAt === null) throw new AppError('article_not_scheduled')
  const audit = articleAudit(deps, actor, 'unschedule', id, { title: found.title })
  const isNewest = found.version === version
  if (!isNewest || !(await deps.articles.unschedule({ id, version, audit }))) throw new AppError('article_changed')
  return showArticle(deps, id)
}

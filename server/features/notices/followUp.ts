import type { NoticeDetail } from '../../../shared/contract'
import { checkValues } from '../../../shared/domain/noticeDraft'
import { AppError } from '../../kernel/errors'
import { newId } from '../../kernel/ids'
import { auditOf, type Actor } from './actor'
import type { DeskDeps } from './decideNotice'
import type { StoredNotice } from './ports'
import { findNotice, showNotice, templateFor } from './showNotices'

/** Words about an event that is over, cancelled or taken away help nobody; only a cancellation goes on. */
async function refuseByEvent({ subjects, clock }: DeskDeps, { articleId, kind }: StoredNotice): Promise<void> {
  const subject = await subjects.find(articleId)
  const event = subject?.event ?? null
  if (event !== null && event.endsAt <= clock.now()) throw new AppError('notice_event_over')
  if (kind === 'cancellation') return
  if (event?.decision === 'cancelled') throw new AppError('notice_event_cancelled')
  if (subject?.status !== 'published') throw new AppError('notice_move')
}

/** A template that WeChat deleted is another one by now: the words go with it where they fit. */
function templateIdFor({ templates }: DeskDeps, { kind, values, templateId }: StoredNotice): string {
  const template = templateFor(templates, kind)
  return template !== null && Object.keys(checkValues(template, values)).length === 0 ? template.id : templateId
}

/**
 * Sends the words of a notice that is over to those who can still get them. Whoever got them, or may have, is never
 * told again: preparation asks the rows of the whole chain.
 * @throws AppError notice_not_found, notice_move, notice_nobody, notice_event_over, notice_event_cancelled
 */
export async function followUpNotice(deps: DeskDeps, id: string, actor: Actor): Promise<NoticeDetail> {
  const notice = await findNotice(deps, id)
  if (notice.status !== 'finished' && notice.status !== 'halted') throw new AppError('notice_move')
  await refuseByEvent(deps, notice)
  if ((await deps.store.canStillGet(id, true)) === 0) throw new AppError('notice_nobody')
  const next = newId()
  const page = `pages/article/index?id=${notice.articleId}&notice=${next}`
  const followUp = { id: next, of: id, root: notice.followsUp ?? id, templateId: templateIdFor(deps, notice), page }
  const subject = { subjectType: 'notice' as const, subjectId: next }
  const audit = auditOf(deps, actor, 'notice.follow_up', subject, { of: id, articleId: notice.articleId })
  if (!(await deps.desk.followUp(followUp, audit))) throw new AppError('notice_move')
  deps.wakeup.notify()
  return showNotice(deps, next)
}

import type { NoticeDetail } from '../../../shared/contract'
import { AppError } from '../../kernel/errors'
import { auditOf, type Actor } from './actor'
import type { DeskDeps } from './decideNotice'
import { findNotice, showNotice } from './showNotices'

export type NoticeMove = 'pause' | 'resume' | 'cancel'

/**
 * Holds a running notice, lets it go on, or ends it. What is on the wire comes to its end in any case.
 * @throws AppError notice_not_found, notice_move
 */
export async function moveNotice(deps: DeskDeps, move: NoticeMove, id: string, actor: Actor): Promise<NoticeDetail> {
  const { kind, status, articleId } = await findNotice(deps, id)
  const subject = { subjectType: 'notice' as const, subjectId: id }
  const audit = auditOf(deps, actor, `notice.${move}`, subject, { kind, articleId, was: status })
  // The store asks the table of moves once more, for what has happened since.
  if (!(await deps.desk[move](id, audit))) throw new AppError('notice_move')
  deps.wakeup.notify()
  return showNotice(deps, id)
}

/**
 * Says what became of everything that waited when the backup was made that was put back. Those who were certainly not sent
 * it can be followed up; those who were are never told again.
 * @throws AppError notice_not_found, notice_move
 */
export async function settleRestored(
  deps: DeskDeps,
  id: string,
  outcome: 'sent' | 'failed',
  actor: Actor,
): Promise<NoticeDetail> {
  const { kind, articleId } = await findNotice(deps, id)
  const subject = { subjectType: 'notice' as const, subjectId: id }
  const audit = auditOf(deps, actor, 'delivery.settle_restored', subject, { kind, articleId, outcome })
  if (!(await deps.desk.settleRestored(id, outcome, audit))) throw new AppError('notice_move')
  deps.wakeup.notify()
  return showNotice(deps, id)
}

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

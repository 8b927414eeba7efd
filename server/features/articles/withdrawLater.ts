import type { StaffArticle } from '../../../shared/contract'
import { withdrawalProblem } from '../../../shared/domain/withdrawal'
import { AppError, invalidFields } from '../../kernel/errors'
import type { StaffArticleFound } from './portsStaff'
import type { ArticleWithdrawals } from './portsWithdrawal'
import { articleAudit, findArticle, showArticle, type Actor, type StaffArticleDeps } from './saveArticle'

export interface WithdrawLaterDeps extends StaffArticleDeps {
  withdrawals: ArticleWithdrawals
}

export interface WithdrawLaterCommand {
  id: string
  version: number
  /** ISO instant; null takes it back. */
  at: string | null
}

/**
 * When an article is withdrawn that is published now or at `publishAt` (ms): as it is wanted (ISO), or as it was set before
 * where nothing is said.
 * @throws AppError request_invalid at `withdrawAt`
 */
export function withdrawalWith(
  found: StaffArticleFound,
  wanted: string | null | undefined,
  publishAt: number | null,
  now: number,
): number | null {
  const at = wanted === undefined ? found.withdrawAt : wanted === null ? null : Date.parse(wanted)
  const problem = at === null ? null : withdrawalProblem(at, publishAt, now)
  if (problem !== null) throw invalidFields({ withdrawAt: { code: problem } })
  return at
}

/** Sets when an article that is public, or is going to be by itself, is withdrawn by itself. */
export async function withdrawLater(
  deps: WithdrawLaterDeps,
  { id, version, at: wanted }: WithdrawLaterCommand,
  actor: Actor,
): Promise<StaffArticle> {
  const found = await findArticle(deps, id)
  if (found.status !== 'published' && found.scheduledAt === null) throw new AppError('article_not_published')
  const at = wanted === null ? null : Date.parse(wanted)
  const problem = at === null ? null : withdrawalProblem(at, found.scheduledAt, deps.clock.now())
  if (problem !== null) throw invalidFields({ at: { code: problem } })
  const action = at === null ? 'unwithdraw_later' : 'withdraw_later'
  const detail = { title: found.title, at: at === null ? undefined : new Date(at).toISOString() }
  const audit = articleAudit(deps, actor, action, id, detail)
  const isNewest = found.version === version
  if (!isNewest || !(await deps.withdrawals.set({ id, version, audit }, at))) throw new AppError('article_changed')
  return showArticle(deps, id)
}

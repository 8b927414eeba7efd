import type { Logger } from '../../kernel/logger'
import { articleAudit } from './saveArticle'
import type { WithdrawLaterDeps } from './withdrawLater'

export interface WithdrawDueDeps extends WithdrawLaterDeps {
  logger: Logger
}

const AT_ONCE = 20

/** Withdraws one article in the name of who set its time. False when another process, or somebody by hand, did. */
async function withdrawOne(deps: WithdrawDueDeps, id: string): Promise<boolean> {
  const found = await deps.articles.find(id)
  if (found === null || found.status !== 'published') return false
  if (found.withdrawAt === null || found.withdrawAt > deps.clock.now()) return false
  const actor = { staff: { id: found.withdrawBy ?? '', role: 'editor' as const }, address: '' }
  const audit = articleAudit(deps, actor, 'withdraw', id, { title: found.title, scheduled: true })
  return deps.articles.withdraw({ id, version: found.version, audit })
}

/**
 * Withdraws every article whose time has come; of any number of processes one withdraws each. Returns when the next one
 * is due, in ms since the epoch, or null.
 */
export async function withdrawDue(deps: WithdrawDueDeps): Promise<number | null> {
  for (const id of await deps.withdrawals.due(deps.clock.now(), AT_ONCE)) {
    try {
      if (await withdrawOne(deps, id)) deps.logger.info({ articleId: id }, 'an article was withdrawn at its time')
    } catch (error) {
      deps.logger.error({ err: error, articleId: id }, 'a scheduled withdrawal failed; it is tried again')
    }
  }
  return deps.withdrawals.nextDue()
}

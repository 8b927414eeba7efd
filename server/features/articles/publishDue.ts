import { errorMessage } from '../../../shared/phrases'
import { AppError } from '../../kernel/errors'
import type { Logger } from '../../kernel/logger'
import { planNotices } from './planNotices'
import type { StaffArticleFound } from './portsStaff'
import { readyToPublish, type PublishDeps } from './publishArticle'
import { articleAudit } from './saveArticle'

export interface PublishDueDeps extends PublishDeps {
  logger: Logger
}

const AT_ONCE = 20

/** What keeps an article from publishing itself, rather than that somebody was faster. */
const HELD: ReadonlySet<string> = new Set(['request_invalid', 'article_needs_review', 'withdraw_missed'])

/** Members are not invited to an event that is cancelled or over by the time its announcement is due. */
const canBeTold = ({ event }: StaffArticleFound, now: number): boolean =>
  event !== null && event.decision !== 'cancelled' && event.endsAt > now

/** Publishes one article in the name of who set its time. False when another process, or somebody by hand, did. */
async function publishOne(deps: PublishDueDeps, id: string): Promise<boolean> {
  const now = deps.clock.now()
  const found = await deps.articles.find(id)
  if (found === null || found.scheduled === null || found.scheduledAt === null || found.scheduledAt > now) return false
  const { version, scheduled } = found
  const wanted = canBeTold(found, now) ? scheduled.notice : null
  const actor = { staff: { id: scheduled.by, role: 'editor' as const }, address: '' }
  try {
    // Its time out was over before it could begin, as after a long standstill.
    if (found.withdrawAt !== null && found.withdrawAt <= now) throw new AppError('withdraw_missed')
    const { judged, summary, notice } = await readyToPublish(deps, { id, version, notice: wanted }, scheduled.by)
    const detail = { title: found.title, notice: notice?.id ?? null, atNight: notice?.atNight, scheduled: true }
    const audit = articleAudit(deps, actor, 'publish', id, detail)
    const plan = await planNotices(deps, { ...found, status: 'published' })
    const { withdrawAt } = found
    const publication = { id, version, ...judged, summary, notice, withdrawAt, plan, audit }
    const outcome = await deps.articles.publish(publication)
    if (outcome !== 'notice_exists') return outcome === 'published'
    // Announced before, withdrawn, and set to come back: it comes back, and nobody is told twice.
    return (await deps.articles.publish({ ...publication, notice: null })) === 'published'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // Not fit for members any more, by a rule that became stricter or a change that nobody else has seen: staff find it as a
    // draft without a time.
    if (HELD.has(error.code)) {
      const audit = articleAudit(deps, actor, 'unschedule', id, { title: found.title, because: error.code })
      await deps.articles.unschedule({ id, version, audit }, errorMessage(error.code))
      deps.logger.warn({ articleId: id, fields: error.details.fields }, 'an article was not fit to publish itself')
    }
    // Otherwise somebody was faster: what they did is their own.
    return false
  }
}

/**
 * Publishes every article whose time has come; of any number of processes one publishes each. Returns when the next
 * one is due, in ms since the epoch, or null.
 */
export async function publishDue(deps: PublishDueDeps): Promise<number | null> {
  for (const id of await deps.articles.due(deps.clock.now(), AT_ONCE)) {
    try {
      if (!(await publishOne(deps, id))) continue
      deps.logger.info({ articleId: id }, 'an article published itself at its time')
      deps.wakeup.notify()
    } catch (error) {
      deps.logger.error({ err: error, articleId: id }, 'a scheduled publication failed; it is tried again')
    }
  }
  return deps.articles.nextDue()
}

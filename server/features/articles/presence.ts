import type { ArticleCompany } from '../../../shared/contract'
import { MINUTE_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import type { PresenceStore } from './portsPresence'
import type { StaffArticles } from './portsStaff'
import { iso } from './presenter'
import { findArticle } from './saveArticle'

export interface PresenceDeps {
  articles: Pick<StaffArticles, 'find'>
  presence: PresenceStore
  clock: Clock
}

/** Three of the editor's beats: one that is lost on the way makes nobody disappear. */
const KEPT_MS = MINUTE_MS

/** Says that somebody is at an article, and tells who else is. */
export async function renewPresence(deps: PresenceDeps, articleId: string, staffId: string): Promise<ArticleCompany> {
  await findArticle(deps, articleId)
  const now = deps.clock.now()
  const others = await deps.presence.renew({ articleId, staffId, now, expiresAt: now + KEPT_MS })
  return { others: others.map(({ name, since }) => ({ name, since: iso(since) })) }
}

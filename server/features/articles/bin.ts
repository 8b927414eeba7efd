import type { BinnedArticle, StaffArticle } from '../../../shared/contract'
import { BIN_DAYS } from '../../../shared/domain/bin'
import { DAY_MS } from '../../../shared/domain/time'
import { AppError } from '../../kernel/errors'
import { decodeTimeCursor, encodeTimeCursor } from './cursor'
import type { ArticleBin, StoredBinned } from './portsBin'
import { iso } from './presenter'
import { articleAudit, findArticle, maySave, showArticle, type Actor, type StaffArticleDeps } from './saveArticle'
import { NOBODY } from './staffPresenter'

export interface BinDeps extends StaffArticleDeps {
  bin: ArticleBin
}

/**
 * Puts an article into the bin: members cannot see it from then on. Who may save it may delete it.
 * @throws AppError article_changed, article_notice_open, role_forbidden
 */
export async function binArticle(
  deps: BinDeps,
  { id, version }: { id: string; version: number },
  actor: Actor,
): Promise<Record<never, never>> {
  const found = await findArticle(deps, id)
  if (!maySave(actor, found)) throw new AppError('role_forbidden')
  if (found.version !== version) throw new AppError('article_changed')
  const audit = articleAudit(deps, actor, 'bin', id, { title: found.title, status: found.status })
  const outcome = await deps.bin.put({ id, version, audit })
  if (outcome === 'notice_open') throw new AppError('article_notice_open')
  // Of two who delete it at once, the second hears that it is there already.
  if (outcome === 'changed') {
    await findArticle(deps, id)
    throw new AppError('article_changed')
  }
  return {}
}

/** What an editor deleted is not a writer's to bring back. */
const mayRestore = ({ staff }: Actor, article: StoredBinned): boolean =>
  staff.role !== 'writer' || (article.createdBy === staff.id && article.binnedById === staff.id)

/** Articles in the bin, last deleted first. */
export async function listBin(
  { bin }: { bin: ArticleBin },
  { cursor, limit }: { cursor?: string; limit: number },
  actor: Actor,
): Promise<{ items: BinnedArticle[]; nextCursor: string | null }> {
  const found = await bin.list(cursor === undefined ? null : decodeTimeCursor(cursor), limit + 1)
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const isMore = found.length > items.length && last !== undefined
  return {
    items: items.map((article) => ({
      id: article.id,
      title: article.title,
      channel: article.channel,
      binnedAt: iso(article.binnedAt),
      binnedBy: article.binnedBy ?? NOBODY,
      goneAt: iso(article.binnedAt + BIN_DAYS * DAY_MS),
      wasPublished: article.wasPublished,
      mayRestore: mayRestore(actor, article),
    })),
    nextCursor: isMore ? encodeTimeCursor({ at: last.binnedAt, id: last.id }) : null,
  }
}

/** Brings an article back from the bin, as a draft that nobody has approved. */
export async function unbinArticle(deps: BinDeps, id: string, actor: Actor): Promise<StaffArticle> {
  const found = await deps.bin.find(id)
  if (found === null) throw new AppError('article_not_found')
  if (!mayRestore(actor, found)) throw new AppError('role_forbidden')
  const audit = articleAudit(deps, actor, 'unbin', id, { title: found.title })
  if (!(await deps.bin.takeOut(id, audit))) throw new AppError('article_not_found')
  return showArticle(deps, id)
}

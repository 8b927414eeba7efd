import type { ArticleRevision, ArticleRevisionDetail, StaffArticle } from '../../../shared/contract'
import { AppError } from '../../kernel/errors'
import { sanitiseBody } from './body/sanitise'
import type { ArticleDraft } from './draft'
import type { ArticleHistory, StoredRevision, StoredRevisionDetail } from './portsHistory'
import { iso, presentEvent } from './presenter'
import { findArticle, saveArticle, type Actor, type StaffArticleDeps } from './saveArticle'
import { NOBODY, presentCover } from './staffPresenter'

export interface HistoryDeps extends StaffArticleDeps {
  history: ArticleHistory
}

const present = ({ id, version, savedAt, savedBy, title }: StoredRevision): ArticleRevision => ({
  id,
  version,
  savedAt: iso(savedAt),
  savedBy: savedBy ?? NOBODY,
  title,
})

const presentDetail = (revision: StoredRevisionDetail): ArticleRevisionDetail => ({
  ...present(revision),
  channel: revision.channel,
  summary: revision.summary,
  publisher: revision.publisher,
  bodyHtml: sanitiseBody(revision.bodyHtml),
  cover: revision.cover && presentCover(revision.cover),
  pinned: revision.pinned,
  event: revision.event && presentEvent(revision.event),
})

export async function listRevisions(deps: HistoryDeps, id: string): Promise<{ items: ArticleRevision[] }> {
  await findArticle(deps, id)
  return { items: (await deps.history.list(id)).map(present) }
}

async function findRevision(deps: HistoryDeps, id: string, revision: string): Promise<StoredRevisionDetail> {
  await findArticle(deps, id)
  const found = await deps.history.find(id, revision)
  if (found === null) throw new AppError('revision_not_found')
  return found
}

export const showRevision = async (
  deps: HistoryDeps,
  { id, revision }: { id: string; revision: string },
): Promise<ArticleRevisionDetail> => presentDetail(await findRevision(deps, id, revision))

export interface RestoreCommand {
  id: string
  version: number
  revision: string
}

/** Saves an article as an earlier save left it: a new save by the rules of every other, so it can be taken back too. */
export async function restoreRevision(
  deps: HistoryDeps,
  { id, version, revision }: RestoreCommand,
  actor: Actor,
): Promise<StaffArticle> {
  const found = await findRevision(deps, id, revision)
  if (found.channel === null) throw new AppError('channel_not_found')
  const article: ArticleDraft = {
    channel: found.channel.slug,
    title: found.title,
    summary: found.summary,
    publisher: found.publisher,
    bodyHtml: found.bodyHtml,
    coverId: found.cover?.id ?? null,
    pinned: found.pinned,
    event: found.event && presentEvent(found.event),
  }
  return saveArticle(deps, { id, version, article, restored: found.version }, actor)
}

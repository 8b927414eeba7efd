import type { StaffArticle } from '../../../shared/contract'
import type { StaffRole } from '../../../shared/contract/endpoint'
import type { Clock } from '../../kernel/clock'
import { lacksOtherEyes } from '../../../shared/domain/review'
import { AppError } from '../../kernel/errors'
import { newId } from '../../kernel/ids'
import { prepareContent, type ArticleDraft } from './draft'
import { planNotices, type PlanDeps } from './planNotices'
import type { ChannelTree } from './ports'
import type { ReviewRulesStore } from './portsReview'
import type { ArticleContent, StaffArticleFound, StaffArticles } from './portsStaff'
import { presentStaffArticle } from './staffPresenter'
import type { ViewCounter } from './views'

export interface StaffArticleDeps extends PlanDeps {
  articles: StaffArticles
  channels: ChannelTree
  reviewRules: Pick<ReviewRulesStore, 'read'>
  views: ViewCounter
}

/** Who acts, and from where. */
export interface Actor {
  staff: { id: string; role: StaffRole }
  address: string
}

/** The entry of a change to an article. */
export const articleAudit = (
  deps: { clock: Clock },
  actor: Actor,
  action: string,
  subjectId: string,
  detail: object,
) => ({
  at: deps.clock.now(),
  staffId: actor.staff.id,
  action: `article.${action}`,
  subjectType: 'article' as const,
  subjectId,
  address: actor.address,
  detail: { ...detail },
})

export async function findArticle(
  { articles }: { articles: Pick<StaffArticles, 'find'> },
  id: string,
): Promise<StaffArticleFound> {
  const found = await articles.find(id)
  if (found === null) throw new AppError('article_not_found')
  if (found.binnedAt !== null) throw new AppError('article_binned')
  return found
}

/** One article as the editor shows it. */
export async function showArticle(deps: StaffArticleDeps, id: string): Promise<StaffArticle> {
  const article = await findArticle(deps, id)
  return presentStaffArticle(article, deps.views.shown(id, article.views))
}

/** Writers keep their own drafts; what members can see, saw, or are going to see by itself is for editors. */
export const maySave = ({ staff }: Actor, article: StaffArticleFound): boolean =>
  staff.role !== 'writer' ||
  (article.status === 'draft' && article.scheduledAt === null && article.createdBy === staff.id)

export interface SaveCommand {
  id: string
  version: number
  article: ArticleDraft
  /** The version whose content it takes up again. */
  restored?: number
}

/** Words and pictures are somebody's writing; when, where and whether an event is can be put right at once. */
const sameWriting = (found: StaffArticleFound, content: ArticleContent): boolean =>
  found.title === content.title &&
  found.summary === content.summary &&
  found.publisher === content.publisher &&
  found.bodyHtml === content.bodyHtml &&
  (found.cover?.id ?? null) === content.coverId

/** A save of what members see publishes it: where another has to look at it first, it is withdrawn before it is changed. */
async function refuseUnseen(deps: StaffArticleDeps, found: StaffArticleFound, content: ArticleContent, actor: Actor) {
  if (found.status !== 'published' || sameWriting(found, content)) return
  const written = { state: 'none', writtenBy: actor.staff.id, approvedBy: null } as const
  if (lacksOtherEyes(await deps.reviewRules.read(), written, actor.staff.id)) throw new AppError('article_needs_review')
}

/** Saves an article; refused when somebody saved in between, and what they saved stays. */
export async function saveArticle(deps: StaffArticleDeps, command: SaveCommand, actor: Actor): Promise<StaffArticle> {
  const { id, version } = command
  const found = await findArticle(deps, id)
  if (!maySave(actor, found)) throw new AppError('role_forbidden')
  if (found.version !== version) throw new AppError('article_changed')
  // What is set to be published by itself has to stay fit for it.
  const isPublic = found.status === 'published' || found.scheduledAt !== null
  const content = await prepareContent(deps, command.article, { prefix: 'article.', isPublic })
  await refuseUnseen(deps, found, content, actor)
  const { restored } = command
  const action = restored === undefined ? 'save' : 'restore'
  const audit = articleAudit(deps, actor, action, id, { title: content.title, version: version + 1, restored })
  const plan = await planNotices(deps, { id, status: found.status, title: content.title, event: content.event })
  if (!(await deps.articles.save({ id, version, audit }, content, plan))) throw new AppError('article_changed')
  return showArticle(deps, id)
}

/**
 * Keeps a new draft. With a key that made one before, because its answer was lost, what is sent now is saved in that one,
 * unless somebody has saved it since.
 */
export async function createArticle(
  deps: StaffArticleDeps,
  { key, ...draft }: ArticleDraft & { key?: string },
  actor: Actor,
): Promise<StaffArticle> {
  const content = await prepareContent(deps, draft, { prefix: '', isPublic: false })
  const id = newId()
  const audit = articleAudit(deps, actor, 'create', id, { title: content.title })
  if (await deps.articles.create(id, content, audit, key)) return showArticle(deps, id)
  const made = key === undefined ? null : await deps.articles.madeWith(key, actor.staff.id)
  if (made === null) throw new AppError('article_changed')
  return saveArticle(deps, { id: made, version: 1, article: draft }, actor)
}

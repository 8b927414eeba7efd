import type { ArticleDetail, PreviewLink, ResponseFrom } from '../../../shared/contract'
import type { Block } from '../../../shared/domain/blocks'
import { DAY_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { hashToken, newId, newToken } from '../../kernel/ids'
import { toBlocks } from './body/blocks'
import { picturesIn, sanitiseBody } from './body/sanitise'
import type { PreviewLinks, StoredPreview } from './portsPreview'
import type { StaffArticleFound, StaffArticles } from './portsStaff'
import { iso, presentEvent, presentPicture } from './presenter'
import { articleAudit, findArticle, type Actor } from './saveArticle'

const LIFE_MS = 7 * DAY_MS
/** So many are open at once at most: who needs more closes one. */
const MOST = 10

export interface PreviewDeps {
  articles: Pick<StaffArticles, 'find' | 'pictures'>
  previews: PreviewLinks
  clock: Clock
}

const present = ({ id, createdAt, expiresAt }: StoredPreview, createdBy: string): PreviewLink => ({
  id,
  createdBy,
  createdAt: iso(createdAt),
  expiresAt: iso(expiresAt),
})

export async function listPreviews(deps: PreviewDeps, articleId: string): Promise<{ items: PreviewLink[] }> {
  await findArticle(deps, articleId)
  const found = await deps.previews.list(articleId, deps.clock.now())
  return { items: found.map((link) => present(link, link.createdByName)) }
}

/** Makes a link that opens an article for seven days to whoever has it; its token is told this once. */
export async function makePreview(
  deps: PreviewDeps,
  articleId: string,
  actor: Actor & { staff: { name: string } },
): Promise<PreviewLink & { token: string }> {
  const { title } = await findArticle(deps, articleId)
  const now = deps.clock.now()
  if ((await deps.previews.list(articleId, now)).length >= MOST) throw new AppError('previews_many')
  const token = newToken()
  const about = { id: newId(), articleId, createdAt: now, createdBy: actor.staff.id, expiresAt: now + LIFE_MS }
  const audit = articleAudit(deps, actor, 'preview', articleId, { title, until: iso(about.expiresAt) })
  await deps.previews.keep({ ...about, tokenHash: hashToken(token) }, audit)
  return { ...present(about, actor.staff.name), token }
}

export async function closePreview(
  deps: PreviewDeps,
  { id, preview }: { id: string; preview: string },
  actor: Actor,
): Promise<Record<never, never>> {
  const audit = articleAudit(deps, actor, 'unpreview', id, {})
  const done = await deps.previews.close({ articleId: id, id: preview }, deps.clock.now(), audit)
  if (!done) throw new AppError('preview_closed')
  return {}
}

/** The blocks that members would get of what somebody writes. */
export async function blocksOf({ articles }: Pick<PreviewDeps, 'articles'>, html: string): Promise<Block[]> {
  const body = sanitiseBody(html)
  return toBlocks(body, await articles.pictures(picturesIn(body)))
}

/** As members would see it now; what was never published has the time of its last save. */
const detailOf = (article: StaffArticleFound, blocks: Block[]): ArticleDetail => ({
  id: article.id,
  channel: article.channel,
  title: article.title,
  summary: article.summary,
  cover: article.cover && presentPicture(article.cover),
  publisher: article.publisher,
  publishedAt: iso(article.publishedAt ?? article.updatedAt),
  views: article.views,
  pinned: article.pinned,
  event: article.event && { ...presentEvent(article.event), changedAt: null },
  blocks,
  updatedAt: iso(article.updatedAt),
})

/** Opens a link. Whatever is wrong with it, the answer is the same. */
export async function readPreview(deps: PreviewDeps, token: string): Promise<ResponseFrom<'POST /api/previews/read'>> {
  const link = await deps.previews.find(hashToken(token), deps.clock.now())
  const article = link === null ? null : await deps.articles.find(link.articleId)
  if (link === null || article === null || article.binnedAt !== null) throw new AppError('preview_closed')
  const blocks = await blocksOf(deps, article.bodyHtml)
  const isPublished = article.status === 'published'
  return { article: detailOf(article, blocks), isPublished, expiresAt: iso(link.expiresAt) }
}

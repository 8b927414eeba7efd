import type { ArticleDetail } from '../../../shared/contract'
import { AppError } from '../../kernel/errors'
import type { ReadDeps } from './home'
import { presentDetail } from './presenter'

/** One published article with its body. */
export async function readArticle({ articles, views }: ReadDeps, id: string): Promise<ArticleDetail> {
  const article = await articles.find(id)
  if (article === null) throw new AppError('article_not_found')
  return presentDetail(article, views.shown(id, article.views))
}

/** Counts one opening of a published article. */
export async function countView({ articles, views }: ReadDeps, id: string, opening: string): Promise<number> {
  const stored = await articles.views(id)
  if (stored === null) throw new AppError('article_not_found')
  return views.count(id, opening, stored)
}

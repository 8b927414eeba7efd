import type { ArticleDetail } from '../../../shared/contract'
import { AppError } from '../../kernel/errors'
import type { Reading } from '../../kernel/reading'
import type { ReadDeps } from './home'
import { presentDetail } from './presenter'

/** One published article with its body. */
export async function readArticle({ articles, views }: ReadDeps, id: string): Promise<Reading<ArticleDetail>> {
  const article = await articles.find(id)
  if (article === null) throw new AppError('article_not_found')
  return {
    topics: [`article:${id}`],
    articles: [id],
    render: () => presentDetail(article, views.shown(id, article.views)),
  }
}

/** Counts one opening of a published article. */
export async function countView({ articles, views }: ReadDeps, id: string, opening: string): Promise<number> {
  const stored = views.known(id) ?? (await articles.views(id))
  if (stored === null) throw new AppError('article_not_found')
  views.know(id, stored)
  return views.count(id, opening, stored)
}

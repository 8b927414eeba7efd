import type { ArticleDetail, ArticlePage, ArticleSurroundings } from '../../../shared/contract'
import { ApiFailure, problemOf } from '../../platform/problem'

/** A portal or a proxy may answer in the server's place: what is no article must not break the page that draws it. */
const refuse = (): never => {
  throw new ApiFailure(problemOf(502, null))
}

export const asArticle = (answer: ArticleDetail): ArticleDetail =>
  typeof answer.title === 'string' && Array.isArray(answer.blocks) && typeof answer.channel === 'object'
    ? answer
    : refuse()

export const asPage = (answer: ArticlePage): ArticlePage =>
  Array.isArray(answer.items) ? { items: answer.items, nextCursor: answer.nextCursor ?? null } : refuse()

export const asSurroundings = (answer: ArticleSurroundings): ArticleSurroundings =>
  Array.isArray(answer.related) ? answer : refuse()

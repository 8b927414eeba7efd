import { EntitySchema } from 'typeorm'
import type { ReviewKind } from '../../../shared/domain/review'
import { instant, integer, key, optionalText, text } from './columns'

export interface ArticleReviewRow {
  id: string
  articleId: string
  /** The article's version that it is about. */
  version: number
  /** Null: the program itself. */
  staffId: string | null
  kind: ReviewKind
  text: string
  at: number
}

export const ArticleReviewEntity = new EntitySchema<ArticleReviewRow>({
  name: 'article_review',
  tableName: 'article_review',
  columns: {
    id: key('id'),
    articleId: text('article_id'),
    version: integer('version'),
    staffId: optionalText('staff_id'),
    kind: text('kind'),
    text: text('text'),
    at: instant('at'),
  },
})

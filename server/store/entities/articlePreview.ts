import { EntitySchema } from 'typeorm'
import { instant, key, text } from './columns'

export interface ArticlePreviewRow {
  id: string
  articleId: string
  tokenHash: string
  createdAt: number
  createdBy: string
  expiresAt: number
}

export const ArticlePreviewEntity = new EntitySchema<ArticlePreviewRow>({
  name: 'article_preview',
  tableName: 'article_preview',
  columns: {
    id: key('id'),
    articleId: text('article_id'),
    tokenHash: text('token_hash'),
    createdAt: instant('created_at'),
    createdBy: text('created_by'),
    expiresAt: instant('expires_at'),
  },
})

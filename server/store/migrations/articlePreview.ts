import { tableMigration } from './columns'

export const articlePreviewMigrations = [
  // Links that open an article to colleagues; only the hash of a token is kept.
  tableMigration(1766400000001, 'article_preview', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.ref('article_id'),
      c.varchar('token_hash', 64, { isUnique: true }),
      c.instant('created_at'),
      c.ref('created_by'),
      c.instant('expires_at'),
    ],
    indices: [{ name: 'ix_article_preview_article', columnNames: ['article_id', 'expires_at'] }],
  })),
]

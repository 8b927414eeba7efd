import { indexMigration } from './overview'

/** What a map for search engines is made from, and nothing else: a channel's public articles, with their last save. */
export const siteMapMigrations = [
  indexMigration(1766700000001, 'article', 'ix_article_map', ['channel_id', 'status', 'id', 'updated_at']),
]

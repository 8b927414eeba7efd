import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { tableMigration } from './columns'
import { columnMigration } from './noticeRules'

function articleIndex(timestamp: number, index: string, column: string) {
  const className = `Index_article_${column}_${timestamp}`
  return class implements MigrationInterface {
    readonly name = className

    async up(runner: QueryRunner): Promise<void> {
      await runner.createIndex('article', new TableIndex({ name: index, columnNames: [column, 'id'] }))
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropIndex('article', index)
    }
  }
}

export const reviewMigrations = [
  columnMigration(1766200000001, 'article', 'review_state', (ddl) => `${ddl.text(12)} NOT NULL DEFAULT 'none'`),
  columnMigration(1766200000002, 'article', 'approved_by', (ddl) => `${ddl.text(26)} NULL`),
  columnMigration(1766200000003, 'article', 'approved_at', () => 'bigint NULL'),
  // Who last changed what members read; of what stood before there was a review, who made it.
  columnMigration(1766200000004, 'article', 'written_by', (ddl) => `${ddl.text(26)} NULL`),
  columnMigration(1766200000005, 'article', 'binned_at', () => 'bigint NULL'),
  columnMigration(1766200000006, 'article', 'binned_by', (ddl) => `${ddl.text(26)} NULL`),
  articleIndex(1766200000007, 'ix_article_review', 'review_state'),
  articleIndex(1766200000008, 'ix_article_binned', 'binned_at'),
  // What was said and decided about an article before it was public.
  tableMigration(1766200000009, 'article_review', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.ref('article_id'),
      c.integer('version'),
      // null: the program itself
      c.ref('staff_id', true),
      c.varchar('kind', 12),
      c.varchar('text', 1000),
      c.instant('at'),
    ],
    indices: [{ name: 'ix_article_review_article', columnNames: ['article_id', 'id'] }],
  })),
]

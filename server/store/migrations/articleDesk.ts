import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { tableMigration } from './columns'
import { columnMigration } from './noticeRules'

class IndexArticleSaveKey implements MigrationInterface {
  readonly name = 'Index_article_save_key_1765300000003'
  private readonly index = new TableIndex({ name: 'ux_article_save_key', columnNames: ['save_key'], isUnique: true })

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('article', this.index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('article', this.index)
  }
}

export const articleDeskMigrations = [
  // An article as each save left it.
  tableMigration(1765300000001, 'article_revision', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.ref('article_id'),
      c.integer('version'),
      c.instant('saved_at'),
      c.ref('saved_by'),
      c.ref('channel_id'),
      c.varchar('title', 120),
      c.varchar('summary', 200),
      c.varchar('publisher', 60),
      c.longText('body_html'),
      c.ref('cover_id', true),
      c.flag('pinned'),
      // JSON of the event; '' when there is none
      c.longText('event'),
    ],
    indices: [{ name: 'ux_article_revision_version', columnNames: ['article_id', 'version'], isUnique: true }],
  })),
  // The key that the browser gives a first save, so that a retry finds what the lost answer told of.
  columnMigration(1765300000002, 'article', 'save_key', (ddl) => `${ddl.text(36)} NULL`),
  IndexArticleSaveKey,
  // Who has which article open in the editor; gone by itself.
  tableMigration(1765300000004, 'article_presence', (c) => ({
    name: '',
    columns: [c.id('article_id'), c.id('staff_id'), c.instant('began_at'), c.instant('expires_at')],
  })),
]

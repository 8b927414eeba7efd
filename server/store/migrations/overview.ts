import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { tableMigration } from './columns'
import { columnMigration } from './noticeRules'

/** Adds an index that counts by time need. */
export function indexMigration(timestamp: number, table: string, name: string, columnNames: string[]) {
  const className = `Index_${table}_${timestamp}`
  const index = new TableIndex({ name, columnNames })
  return class implements MigrationInterface {
    readonly name = className

    async up(runner: QueryRunner): Promise<void> {
      await runner.createIndex(table, index)
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropIndex(table, index)
    }
  }
}

export const overviewMigrations = [
  // Views of an article on one day of Shanghai, `YYYY-MM-DD`.
  tableMigration(1765800000001, 'article_view_day', (c) => ({
    name: '',
    columns: [c.varchar('day', 10, { isPrimary: true }), c.id('article_id'), c.integer('views')],
  })),
  // Views of everything in one hour of a day of Shanghai.
  tableMigration(1765800000002, 'view_hour', (c) => ({
    name: '',
    columns: [c.varchar('day', 10, { isPrimary: true }), c.integer('hour', { isPrimary: true }), c.integer('views')],
  })),
  indexMigration(1765800000003, 'member', 'ix_member_created', ['created_at']),
  indexMigration(1765800000004, 'grant_answer', 'ix_grant_answer_at', ['at', 'answer', 'matched', 'source']),
  indexMigration(1765800000005, 'notice', 'ix_notice_started', ['started_at']),
]

export const channelSettingsMigrations = [
  // Hidden by staff; `hidden` alone also says that the association's file dropped the channel.
  columnMigration(1765800000006, 'channel', 'withheld', (ddl) => `${ddl.flag} NOT NULL DEFAULT 0`),
]

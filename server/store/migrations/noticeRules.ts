import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { tableMigration } from './columns'

interface Ddl {
  /** Text that compares byte by byte, as in `columns.ts`. */
  text(length: number): string
  longText: string
  flag: string
}

const SQLITE: Ddl = { text: (length) => `varchar(${length})`, longText: 'text', flag: 'boolean' }
const BINARY = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin'
const MYSQL: Ddl = {
  text: (length) => `varchar(${length}) ${BINARY}`,
  longText: `mediumtext ${BINARY}`,
  flag: 'tinyint',
}

/** A migration that adds one column. Written out, because TypeORM would copy the whole table on SQLite. */
export function columnMigration(timestamp: number, table: string, column: string, type: (ddl: Ddl) => string) {
  const className = `Add_${table}_${column}_${timestamp}`
  return class implements MigrationInterface {
    readonly name = className

    async up(runner: QueryRunner): Promise<void> {
      const isMysql = ['mysql', 'mariadb'].includes(runner.connection.options.type)
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${type(isMysql ? MYSQL : SQLITE)}`)
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`)
    }
  }
}

class IndexArticleScheduled implements MigrationInterface {
  readonly name = 'Index_article_scheduled_1764000000008'
  private readonly index = new TableIndex({ name: 'ix_article_scheduled', columnNames: ['scheduled_at'] })

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('article', this.index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('article', this.index)
  }
}

export const noticeRuleMigrations = [
  // Whom the notice is for: subscribers of its topic, those who were told before, or those left out the last time.
  columnMigration(1764000000001, 'notice', 'audience', (ddl) => `${ddl.text(12)} NOT NULL DEFAULT 'topic'`),
  // The first notice of the chain whose words this one repeats.
  columnMigration(1764000000002, 'notice', 'follows_up', (ddl) => `${ddl.text(26)} NULL`),
  columnMigration(1764000000003, 'notice', 'at_night', (ddl) => `${ddl.flag} NOT NULL DEFAULT 0`),
  columnMigration(1764000000004, 'notice', 'pause_reason', (ddl) => `${ddl.text(8)} NULL`),
  // Failed sends in a row, over all processes and restarts.
  columnMigration(1764000000005, 'notice', 'error_run', () => 'int NOT NULL DEFAULT 0'),
  columnMigration(1764000000006, 'article', 'scheduled_at', () => 'bigint NULL'),
  // JSON of the notice that goes with the scheduled publication; null: tell nobody.
  columnMigration(1764000000007, 'article', 'scheduled_notice', (ddl) => `${ddl.longText} NULL`),
  IndexArticleScheduled,
  // What the whole fleet shares: how far send slots are given away, and until when WeChat's quota is used up.
  tableMigration(1764000000009, 'send_pace', (c) => ({
    name: '',
    columns: [c.varchar('account', 64, { isPrimary: true }), c.instant('next_slot_us'), c.instant('closed_until')],
  })),
]

import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { tableMigration } from './columns'
import { columnMigration } from './noticeRules'

class IndexMediaCutOf implements MigrationInterface {
  readonly name = 'Index_media_cut_of_1767300000003'
  private readonly index = new TableIndex({ name: 'ix_media_cut_of', columnNames: ['cut_of'] })

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('media', this.index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('media', this.index)
  }
}

export const pictureCutMigrations = [
  // A cover that was cut out of another picture is a picture of its own; the other one stays as it is.
  columnMigration(1767300000001, 'media', 'cut_of', (ddl) => `${ddl.text(26)} NULL`),
  // JSON of `PictureCut`.
  columnMigration(1767300000002, 'media', 'cut', (ddl) => `${ddl.text(255)} NULL`),
  IndexMediaCutOf,
  // When it was last looked whether anything names it; 0: never.
  columnMigration(1767300000004, 'media', 'checked_at', () => 'bigint NOT NULL DEFAULT 0'),
  columnMigration(1767300000005, 'attachment', 'checked_at', () => 'bigint NOT NULL DEFAULT 0'),
  // Files whose rows are gone, until they are gone too: whoever stops in between leaves nothing behind.
  tableMigration(1767300000006, 'doomed_file', (c) => ({
    name: '',
    columns: [c.varchar('file', 64, { isPrimary: true }), c.instant('at')],
  })),
]

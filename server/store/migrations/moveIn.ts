import { tableMigration } from './columns'
import { columnMigration } from './noticeRules'

export const moveInMigrations = [
  // The file of an old site that staff have given; one at a time.
  tableMigration(1767100000001, 'import_run', (c) => ({
    name: '',
    columns: [
      c.id(),
      // always the same: a second one cannot be begun
      c.varchar('slot', 8),
      c.varchar('name', 200),
      c.integer('bytes'),
      c.varchar('site', 1000),
      c.varchar('columns_told', 1000),
      c.varchar('state', 8),
      c.varchar('fault', 24, { isNullable: true }),
      c.integer('done', { default: 0 }),
      c.integer('total', { isNullable: true }),
      // JSON of what an archive of ours says of itself
      c.varchar('head', 1000, { isNullable: true }),
      c.ref('lease_holder', true),
      c.instant('lease_until', true),
      c.instant('created_at'),
      c.ref('created_by'),
    ],
    indices: [{ name: 'uq_import_run_slot', columnNames: ['slot'], isUnique: true }],
  })),
  // What the file holds, in pieces that every database takes, so that any process can go on with it.
  tableMigration(1767100000002, 'import_part', (c) => ({
    name: '',
    columns: [c.id(), c.ref('run_id'), c.integer('number'), c.longText('content')],
    indices: [{ name: 'uq_import_part', columnNames: ['run_id', 'number'], isUnique: true }],
  })),
  // What was found on each of its pages, and what became of it.
  tableMigration(1767100000003, 'import_entry', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.ref('run_id'),
      c.integer('number'),
      c.varchar('source', 1000),
      c.varchar('state', 12),
      c.varchar('title', 200),
      c.ref('article_id', true),
      c.longText('report'),
    ],
    indices: [
      { name: 'uq_import_entry', columnNames: ['run_id', 'number'], isUnique: true },
      { name: 'ix_import_entry_state', columnNames: ['run_id', 'state', 'number'] },
    ],
  })),
  // What a reader of the old page saw, to hold a doubtful one against; what was taken over before has none.
  columnMigration(1767100000004, 'import_page', 'original', (ddl) => `${ddl.longText} NULL`),
]

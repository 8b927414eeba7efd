import { tableMigration } from './columns'

export const attachmentMigrations = [
  // Files that go with articles; what they hold lies beside the pictures under names of our own.
  tableMigration(1766400000002, 'attachment', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.varchar('name', 120),
      c.varchar('kind', 8),
      c.integer('bytes'),
      c.instant('created_at'),
      c.ref('created_by'),
    ],
  })),
]

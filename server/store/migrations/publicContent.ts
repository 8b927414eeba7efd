import { tableMigration } from './columns'

/** What members can see has changed: one row a change, and one row that counts them, cheap to look at. */
export const publicContentMigrations = [
  tableMigration(1765100000005, 'content_version', (c) => ({
    name: '',
    columns: [c.integer('id', { isPrimary: true }), { name: 'version', type: 'bigint' }],
  })),
  tableMigration(1765100000006, 'content_change', (c) => ({
    name: '',
    // JSON of the topics that changed, such as `article:<id>`.
    columns: [{ name: 'version', type: 'bigint', isPrimary: true }, c.varchar('topics', 500)],
  })),
]

import { tableMigration } from './columns'
import { columnMigration } from './noticeRules'

export const staffAccountMigrations = [
  // One-time links: an invitation names whom it is for, a reset names the account.
  tableMigration(1765400000001, 'staff_link', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.varchar('token_hash', 64, { isUnique: true }),
      c.varchar('kind', 8),
      c.ref('staff_id', true),
      c.varchar('name', 30),
      c.varchar('role', 16),
      c.instant('created_at'),
      c.instant('expires_at'),
    ],
    indices: [{ name: 'ix_staff_link_staff', columnNames: ['staff_id'] }],
  })),
  columnMigration(1765400000002, 'staff_session', 'browser', (ddl) => `${ddl.text(40)} NOT NULL DEFAULT ''`),
]

import { tableMigration } from './columns'

export const backupRunMigrations = [
  tableMigration(1767700000001, 'backup_run', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.varchar('task', 8),
      c.varchar('kind', 12),
      c.varchar('state', 8),
      // `1` while it runs, null afterwards: at most one runs.
      c.varchar('running_key', 1, { isNullable: true, isUnique: true }),
      c.varchar('file', 120),
      c.varchar('phase', 8),
      { name: 'done', type: 'bigint' },
      { name: 'total', type: 'bigint' },
      c.varchar('error', 40, { isNullable: true }),
      c.instant('started_at'),
      c.instant('seen_at'),
      c.instant('finished_at', true),
      c.ref('staff_id', true),
    ],
    indices: [{ name: 'ix_backup_run_started', columnNames: ['started_at'] }],
  })),
]

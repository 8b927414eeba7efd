import { tableMigration } from './columns'

export const staffPreferenceMigrations = [
  // Of its own, so that a choice of words locks no account.
  tableMigration(1766500000001, 'staff_preference', (c) => ({
    name: '',
    columns: [c.id('staff_id'), c.varchar('language', 2), c.instant('updated_at')],
  })),
]

import { tableMigration } from './columns'

export const staffMigrations = [
  tableMigration(1763900000011, 'staff', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.varchar('login', 64, { isUnique: true }),
      c.varchar('name', 30),
      c.varchar('role', 16),
      c.varchar('password_hash', 200),
      c.flag('disabled'),
      c.instant('created_at'),
    ],
  })),
  tableMigration(1763900000012, 'staff_session', (c) => ({
    name: '',
    columns: [
      c.varchar('token_hash', 64, { isPrimary: true }),
      c.ref('staff_id'),
      c.instant('created_at'),
      c.instant('last_seen_at'),
      c.instant('expires_at'),
      c.varchar('address', 64),
    ],
    indices: [{ name: 'ix_staff_session_staff', columnNames: ['staff_id'] }],
  })),
  tableMigration(1763900000013, 'login_attempt', (c) => ({
    name: '',
    columns: [c.varchar('throttle_key', 128, { isPrimary: true }), c.integer('failures'), c.instant('window_ends_at')],
  })),
  tableMigration(1763900000014, 'setting', (c) => ({
    name: '',
    columns: [c.varchar('name', 64, { isPrimary: true }), c.longText('value'), c.instant('updated_at')],
  })),
  tableMigration(1763900000015, 'audit_entry', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.instant('at'),
      c.ref('staff_id', true),
      c.varchar('action', 40),
      c.varchar('subject_type', 24),
      c.varchar('subject_id', 64),
      c.varchar('address', 64),
      c.longText('detail'),
    ],
    indices: [
      { name: 'ix_audit_subject', columnNames: ['subject_type', 'subject_id', 'id'] },
      { name: 'ix_audit_at', columnNames: ['at', 'id'] },
    ],
  })),
]

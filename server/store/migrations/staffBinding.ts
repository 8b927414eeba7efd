import { tableMigration } from './columns'

export const staffBindingMigrations = [
  // A colleague's own WeChat identity, as the member that it is: the openid stays in one place.
  tableMigration(1767500000001, 'staff_binding', (c) => ({
    name: '',
    columns: [c.id('staff_id'), c.ref('member_id'), c.instant('bound_at')],
    indices: [{ name: 'ux_staff_binding_member', columnNames: ['member_id'], isUnique: true }],
  })),
  // Codes that bind. What was used or has run out stays for a day, so that a second scan is told why.
  tableMigration(1767500000002, 'staff_binding_code', (c) => ({
    name: '',
    columns: [
      c.varchar('code_hash', 64, { isPrimary: true }),
      c.ref('staff_id'),
      c.instant('expires_at'),
      c.instant('used_at', true),
    ],
    indices: [{ name: 'ix_staff_binding_code_staff', columnNames: ['staff_id'] }],
  })),
]

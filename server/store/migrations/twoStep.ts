import { tableMigration } from './columns'

export const twoStepMigrations = [
  // The secret of a colleague's authenticator app; it counts once a first code has confirmed it.
  tableMigration(1766300000001, 'staff_second_step', (c) => ({
    name: '',
    columns: [
      c.id('staff_id'),
      c.varchar('secret', 200),
      c.instant('begun_at'),
      c.instant('confirmed_at', true),
      // The time step of the last code that was accepted: none is accepted twice.
      c.instant('last_step'),
    ],
  })),
  tableMigration(1766300000002, 'staff_recovery_code', (c) => ({
    name: '',
    columns: [c.varchar('code_hash', 64, { isPrimary: true }), c.ref('staff_id')],
    indices: [{ name: 'ix_staff_recovery_code_staff', columnNames: ['staff_id'] }],
  })),
  // A login whose password was right and whose second step is due.
  tableMigration(1766300000003, 'staff_half_login', (c) => ({
    name: '',
    columns: [c.varchar('token_hash', 64, { isPrimary: true }), c.ref('staff_id'), c.instant('expires_at')],
    indices: [{ name: 'ix_staff_half_login_staff', columnNames: ['staff_id'] }],
  })),
]

import { tableMigration } from './columns'

export const memberMigrations = [
  tableMigration(1763900000021, 'member', (c) => ({
    name: '',
    columns: [c.id(), c.varchar('openid', 64, { isUnique: true }), c.instant('created_at'), c.instant('last_seen_at')],
  })),
  tableMigration(1763900000022, 'member_session', (c) => ({
    name: '',
    columns: [
      c.varchar('token_hash', 64, { isPrimary: true }),
      c.ref('member_id'),
      c.instant('created_at'),
      c.instant('expires_at'),
    ],
    indices: [{ name: 'ix_member_session_member', columnNames: ['member_id'] }],
  })),
  tableMigration(1763900000023, 'member_topic', (c) => ({
    name: '',
    columns: [
      c.id('member_id'),
      c.varchar('topic', 24, { isPrimary: true }),
      c.flag('subscribed'),
      c.instant('updated_at'),
    ],
    indices: [{ name: 'ix_member_topic_audience', columnNames: ['topic', 'subscribed', 'member_id'] }],
  })),
  tableMigration(1763900000024, 'grant_balance', (c) => ({
    name: '',
    columns: [
      c.id('member_id'),
      c.varchar('template_id', 64, { isPrimary: true }),
      c.integer('available'),
      c.integer('reserved', { default: 0 }),
      c.integer('spent', { default: 0 }),
      c.instant('updated_at'),
    ],
  })),
  // One row per answer a member gave in the dialog: what the balances are made from.
  tableMigration(1763900000025, 'grant_answer', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.ref('member_id'),
      c.varchar('template_id', 64),
      c.varchar('answer', 8),
      c.varchar('source', 8),
      // The same answer, told once by the app and once by WeChat's event, is one grant: the second teller sets this.
      c.flag('matched'),
      c.varchar('request_key', 128, { isNullable: true, isUnique: true }),
      c.instant('at'),
    ],
    indices: [{ name: 'ix_grant_answer_member', columnNames: ['member_id', 'template_id', 'at'] }],
  })),
]

import { tableMigration } from './columns'

export const deliveryMigrations = [
  tableMigration(1763900000031, 'notice', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.ref('article_id'),
      c.varchar('kind', 16),
      // One preview an article: two publish clicks meet here, whichever process they reach.
      c.varchar('dedupe_key', 96, { isUnique: true }),
      c.varchar('template_id', 64),
      c.longText('template_values'),
      c.varchar('page', 200),
      c.varchar('status', 12),
      c.varchar('halt_reason', 24, { isNullable: true }),
      c.instant('scheduled_at', true),
      // The last member id that preparation has looked at; moved in the transaction that adds the rows.
      c.ref('prepared_to', true),
      c.ref('created_by'),
      c.instant('created_at'),
      c.instant('started_at', true),
      c.instant('finished_at', true),
    ],
    indices: [
      { name: 'ix_notice_status', columnNames: ['status', 'scheduled_at'] },
      { name: 'ix_notice_article', columnNames: ['article_id', 'id'] },
    ],
  })),
  tableMigration(1763900000032, 'delivery', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.ref('notice_id'),
      c.ref('member_id'),
      c.varchar('template_id', 64),
      c.varchar('state', 12),
      c.varchar('reason', 24, { isNullable: true }),
      // none, reserved, spent or returned: moved together with `state`, so that a grant is never used twice.
      c.varchar('grant_state', 8),
      // What certain failures to send have used of each budget.
      c.integer('attempts', { default: 0 }),
      c.integer('token_waits', { default: 0 }),
      c.integer('rate_waits', { default: 0 }),
      c.ref('worker_id', true),
      c.instant('not_before'),
      // `member:template` while sending or unknown, else null: the unique index lets one such row exist. It is also
      // how what a worker has in hand and what is unknown are found: every further index costs each claim and outcome.
      c.varchar('open_key', 100, { isNullable: true, isUnique: true }),
      // Text: WeChat's number exceeds 2^53.
      c.varchar('msgid', 32, { isNullable: true }),
      c.instant('created_at'),
      c.instant('sending_at', true),
      c.instant('settled_at', true),
    ],
    indices: [
      { name: 'ux_delivery_member', columnNames: ['notice_id', 'member_id'], isUnique: true },
      { name: 'ix_delivery_claim', columnNames: ['notice_id', 'state', 'not_before', 'id'] },
      { name: 'ix_delivery_member', columnNames: ['member_id', 'id'] },
      { name: 'ix_delivery_msgid', columnNames: ['msgid'] },
    ],
  })),
  tableMigration(1763900000033, 'worker', (c) => ({
    name: '',
    columns: [c.id(), c.instant('started_at'), c.instant('heartbeat_at')],
    indices: [{ name: 'ix_worker_heartbeat', columnNames: ['heartbeat_at'] }],
  })),
  tableMigration(1763900000034, 'wechat_token', (c) => ({
    name: '',
    columns: [
      c.varchar('appid', 64, { isPrimary: true }),
      c.longText('token'),
      // Grows with each refresh; who wants a new one names the generation that failed.
      c.integer('generation'),
      c.instant('expires_at'),
      c.instant('refreshed_at'),
      c.instant('refreshing_until'),
      // WeChat allows 20 forced refreshes a day, 30 seconds apart.
      c.instant('forced_at'),
      c.integer('forced_count'),
    ],
  })),
  tableMigration(1763900000035, 'wechat_event', (c) => ({
    name: '',
    columns: [c.varchar('dedupe_key', 128, { isPrimary: true }), c.instant('received_at')],
    indices: [{ name: 'ix_wechat_event_received', columnNames: ['received_at'] }],
  })),
]

import { tableMigration } from './columns'
import { columnMigration } from './noticeRules'

export const memberRightsMigrations = [
  // What a member agreed to and withdrew, one row a decision for a version.
  tableMigration(1765200000001, 'member_consent', (c) => ({
    name: '',
    columns: [
      c.id(),
      c.ref('member_id'),
      c.varchar('version', 32),
      c.instant('given_at'),
      c.instant('withdrawn_at', true),
    ],
    indices: [{ name: 'ix_member_consent_member', columnNames: ['member_id', 'id'] }],
  })),
  // What a member decided for the reminders of one event; goes before their topic.
  tableMigration(1765200000002, 'member_event_choice', (c) => ({
    name: '',
    columns: [c.id('member_id'), c.id('article_id'), c.flag('remind'), c.instant('updated_at')],
    indices: [{ name: 'ix_member_event_choice_audience', columnNames: ['article_id', 'remind', 'member_id'] }],
  })),
  // WeChat's session_key, sealed.
  columnMigration(1765200000003, 'member_session', 'session_key', (ddl) => `${ddl.text(160)} NULL`),
  // What is left of deliveries that were kept long enough: how many ended how.
  tableMigration(1765200000004, 'delivery_total', (c) => ({
    name: '',
    columns: [
      c.id('notice_id'),
      c.varchar('state', 12, { isPrimary: true }),
      // '' where a delivery has no reason: a key holds no null.
      c.varchar('reason', 24, { isPrimary: true }),
      c.integer('total'),
    ],
  })),
]

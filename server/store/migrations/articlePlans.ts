import { columnMigration } from './noticeRules'
import { indexMigration } from './overview'

export const articlePlanMigrations = [
  // When it is withdrawn by itself, and who set that.
  columnMigration(1767400000001, 'article', 'withdraw_at', () => 'bigint NULL'),
  columnMigration(1767400000002, 'article', 'withdraw_by', (ddl) => `${ddl.text(26)} NULL`),
  indexMigration(1767400000003, 'article', 'ix_article_withdraw', ['withdraw_at']),
  // Its place among the pinned ones of its channel, from 1 on; 0: staff have not given it one, and it stands above those.
  columnMigration(1767400000004, 'article', 'pin_place', () => 'int NOT NULL DEFAULT 0'),
]

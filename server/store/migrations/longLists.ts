import { indexMigration } from './overview'

export const longListMigrations = [
  // The list of staff in its order, with all that it is filtered by: a filter reads no body of an article.
  indexMigration(1767600000001, 'article', 'ix_article_desk', [
    ...['updated_at', 'id', 'binned_at', 'status', 'review_state', 'channel_id', 'title', 'summary'],
  ]),
  // What the audit log is filtered by, each in the log's own order.
  indexMigration(1767600000002, 'audit_entry', 'ix_audit_action', ['action', 'at', 'id']),
  indexMigration(1767600000003, 'audit_entry', 'ix_audit_staff', ['staff_id', 'at', 'id']),
  indexMigration(1767600000004, 'audit_entry', 'ix_audit_kind', ['subject_type', 'at', 'id']),
]

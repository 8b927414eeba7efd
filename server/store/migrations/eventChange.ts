import { columnMigration } from './noticeRules'

/** When an event that members could see was last moved, in time or place. */
export const eventChangeMigrations = [columnMigration(1765700000001, 'event', 'changed_at', () => 'bigint NULL')]

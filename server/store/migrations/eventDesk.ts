import { columnMigration } from './noticeRules'

export const eventDeskMigrations = [
  // How many can come and how it is decided, in staff's words.
  columnMigration(1766400000003, 'event', 'capacity_note', (ddl) => `${ddl.text(40)} NULL`),
]

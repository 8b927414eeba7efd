import { columnMigration } from './noticeRules'

export const mediaLibraryMigrations = [
  columnMigration(1765500000001, 'media', 'name', (ddl) => `${ddl.text(120)} NOT NULL DEFAULT ''`),
  // Pictures from before, and sample pictures, have none: they are shown as they are.
  columnMigration(1765500000002, 'media', 'has_variants', (ddl) => `${ddl.flag} NOT NULL DEFAULT 0`),
]

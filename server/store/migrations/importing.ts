import { tableMigration } from './columns'

export const importingMigrations = [
  // What became of each page of another site; a page is taken over once.
  tableMigration(1766800000001, 'import_page', (c) => ({
    name: '',
    columns: [
      c.id(),
      // of the path or address, which may be longer than any index takes
      c.varchar('source_hash', 64),
      c.varchar('source', 1000),
      c.varchar('content_hash', 64),
      c.varchar('state', 12),
      c.ref('article_id', true),
      c.varchar('title', 200),
      // JSON of what is doubtful and of what was mended
      c.longText('doubts'),
      c.longText('mends'),
      c.instant('at'),
      c.ref('by', true),
    ],
    indices: [
      { name: 'uq_import_page_source', columnNames: ['source_hash'], isUnique: true },
      { name: 'ix_import_page_state', columnNames: ['state', 'id'] },
      { name: 'ix_import_page_article', columnNames: ['article_id'] },
    ],
  })),
  // Where an article stood before, so that old links find it.
  tableMigration(1766800000002, 'old_address', (c) => ({
    name: '',
    columns: [
      c.varchar('address_hash', 64, { isPrimary: true }),
      c.varchar('address', 1000),
      c.ref('article_id'),
      c.instant('at'),
    ],
    indices: [{ name: 'ix_old_address_article', columnNames: ['article_id'] }],
  })),
]

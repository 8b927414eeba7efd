import type { MigrationInterface, QueryRunner } from 'typeorm'
import { tableMigration } from './columns'
import { columnMigration } from './noticeRules'

class IndexAuditNumber implements MigrationInterface {
  readonly name = 'Index_audit_entry_number_1765400000014'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE UNIQUE INDEX ux_audit_number ON audit_entry (chain_number)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('audit_entry', 'ux_audit_number')
  }
}

export const auditChainMigrations = [
  // One row: the number and the hash of the last entry.
  tableMigration(1765400000011, 'audit_chain', (c) => ({
    name: '',
    columns: [c.integer('id', { isPrimary: true }), c.instant('last_number'), c.varchar('last_hash', 64)],
  })),
  // Null: written before there was a chain.
  columnMigration(1765400000012, 'audit_entry', 'chain_number', () => 'bigint NULL'),
  columnMigration(1765400000013, 'audit_entry', 'chain_hash', (ddl) => `${ddl.text(64)} NULL`),
  IndexAuditNumber,
]

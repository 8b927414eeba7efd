import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * On SQLite an index holds only what it is asked for, so that a claim takes its row out of one index and an outcome puts
 * it into another, instead of moving it within one twice. MySQL knows no partial indexes and keeps `ix_delivery_claim`.
 */
function onSqlite(timestamp: number, name: string, up: string, down: string) {
  const className = `${name}_${timestamp}`
  return class implements MigrationInterface {
    readonly name = className

    up = (runner: QueryRunner): Promise<void> => run(runner, up)
    down = (runner: QueryRunner): Promise<void> => run(runner, down)
  }
}

async function run(runner: QueryRunner, statement: string): Promise<void> {
  if (runner.connection.options.type === 'better-sqlite3') await runner.query(statement)
}

export const deliveryIndexMigrations = [
  onSqlite(
    1765000000003,
    'Index_delivery_pending',
    "CREATE INDEX ix_delivery_pending ON delivery (notice_id, not_before, id) WHERE state = 'pending'",
    'DROP INDEX ix_delivery_pending',
  ),
  onSqlite(
    1765000000004,
    'Index_delivery_settled',
    'CREATE INDEX ix_delivery_settled ON delivery (notice_id, state, not_before, id) WHERE settled_at IS NOT NULL',
    'DROP INDEX ix_delivery_settled',
  ),
  onSqlite(
    1765000000005,
    'Drop_delivery_claim',
    'DROP INDEX ix_delivery_claim',
    'CREATE INDEX ix_delivery_claim ON delivery (notice_id, state, not_before, id)',
  ),
]

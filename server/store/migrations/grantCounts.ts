import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Takes a count off the balances: where a grant is, the row of its delivery says alone, so that an outcome writes one
 * row. Written out, because TypeORM would copy the whole table on SQLite. The way back counts anew.
 */
function dropCount(timestamp: number, column: 'reserved' | 'spent') {
  const className = `Drop_grant_balance_${column}_${timestamp}`
  return class implements MigrationInterface {
    readonly name = className

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`ALTER TABLE grant_balance DROP COLUMN ${column}`)
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`ALTER TABLE grant_balance ADD COLUMN ${column} int NOT NULL DEFAULT 0`)
      await runner.query(
        `UPDATE grant_balance SET ${column} = (SELECT COUNT(*) FROM delivery AS d
          WHERE d.member_id = grant_balance.member_id AND d.template_id = grant_balance.template_id
            AND d.grant_state = '${column}')`,
      )
    }
  }
}

export const grantCountMigrations = [dropCount(1765000000001, 'reserved'), dropCount(1765000000002, 'spent')]

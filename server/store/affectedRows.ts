import type { EntityManager } from 'typeorm'

/** Runs a statement within a transaction and says how many rows it matched. */
export async function affectedRows(manager: EntityManager, sql: string, values: unknown[]): Promise<number> {
  const runner = manager.queryRunner
  if (runner === undefined) throw new Error('affected rows are counted within a transaction')
  return (await runner.query(sql, values, true)).affected ?? 0
}

import { rmSync } from 'node:fs'
import type { BackupTable, NewPlace, Row } from '../../features/backup/ports'
import type { Database } from '../database'
import { knownMigrations, migrate, openForFilling } from '../open'
import { createSearchRebuild } from '../repositories/searchRebuild'
import { settleRestored } from './settle'
import { keptTables, quoted, type Ask } from './tables'

/** SQLite takes 32,766 values in a statement. */
const MOST_VALUES = 20_000

const askOn =
  (database: Database): Ask =>
  (sql, values = []) =>
    database.read.query(sql, values)

export function removeSqlite(file: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(file + ending, { force: true })
}

async function insertRows(database: Database, { name, columns }: BackupTable, rows: Row[]): Promise<void> {
  const atOnce = Math.max(1, Math.floor(MOST_VALUES / columns.length))
  const marks = `(${columns.map(() => '?').join(', ')})`
  await database.write(async (manager) => {
    for (let from = 0; from < rows.length; from += atOnce) {
      const some = rows.slice(from, from + atOnce)
      await manager.query(
        `INSERT INTO \`${name}\` (${quoted(columns)}) VALUES ${some.map(() => marks).join(', ')}`,
        some.flat(),
      )
    }
  })
}

/** Makes the tables of a backup's schema at `url`, where there is nothing yet, and takes its rows. */
export async function createNewPlace(url: string, names: readonly string[]): Promise<NewPlace> {
  const database = await openForFilling(url, names)
  let later: Database | null = null
  try {
    await migrate(database)
    const found = await keptTables(askOn(database), database.isMysql)
    const tables = found.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }))
    // what migrations have put into them stands in the backup
    for (const { name } of tables) await database.write((manager) => manager.query(`DELETE FROM \`${name}\``))
    return {
      tables,
      insert: (table, rows) => insertRows(database, table, rows),
      async finish(facts) {
        later = await openForFilling(url, knownMigrations)
        await migrate(later)
        const settled = await settleRestored(later, facts)
        await createSearchRebuild(later).run()
        return settled
      },
      async close() {
        await later?.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

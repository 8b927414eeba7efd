import { migrate, openDatabase } from '../store/open'
import type { Database } from '../store/database'
import { databaseProblem, StartError } from './startError'

/** Opens the database that a URL names, or says in one line why it cannot. */
export async function openStore(url: string): Promise<Database> {
  try {
    return await openDatabase(url)
  } catch (error) {
    throw databaseProblem(url, error)
  }
}

/**
 * Refuses to work on tables of another shape. With `run` the missing migrations are run; otherwise that is a task of
 * its own, so that several processes never migrate at once.
 */
export async function bringUpToDate(database: Database, run: boolean): Promise<void> {
  if (run) await migrate(database)
  else if (await database.migrations.showMigrations()) {
    throw new StartError([
      '数据库结构需要升级，请先运行 npm run migrate。 / The database has to be migrated first: npm run migrate.',
    ])
  }
}

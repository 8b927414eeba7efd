import { migrate, openDatabase } from '../store/open'
import type { Database } from '../store/database'
import type { Settings } from './settings'
import { databaseProblem, StartError } from './startError'
import { backUpBeforeUpgrade, refuseNewerSchema } from './upgradeBackup'

/** Opens the database that a URL names, or says in one line why it cannot. */
export async function openStore(url: string): Promise<Database> {
  try {
    return await openDatabase(url)
  } catch (error) {
    throw databaseProblem(url, error)
  }
}

/** Runs the missing migrations, after a backup of what is there; returns the names of those that ran. */
export async function upgrade(database: Database, settings: Settings): Promise<string[]> {
  await refuseNewerSchema(database)
  await backUpBeforeUpgrade(database, settings)
  return migrate(database)
}

/**
 * Refuses to work on tables of another shape. With settings the missing migrations are run; otherwise that is a task of
 * its own, so that several processes never migrate at once.
 */
export async function bringUpToDate(database: Database, run: Settings | false): Promise<void> {
  if (run !== false) {
    await upgrade(database, run)
    return
  }
  await refuseNewerSchema(database)
  if (await database.migrations.showMigrations()) {
    throw new StartError([
      '数据库结构需要升级，请先运行 npm run migrate。 / The database has to be migrated first: npm run migrate.',
    ])
  }
}

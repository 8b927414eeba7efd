import { join } from 'node:path'
import { newBackupName, pruneBackups } from '../features/backup/backupFolder'
import { writeBackup } from '../features/backup/writeBackup'
import { systemClock } from '../kernel/clock'
import { AppError } from '../kernel/errors'
import type { Database } from '../store/database'
import { knownMigrations } from '../store/open'
import { ranMigrations } from '../store/backup/tables'
import { backupFolder, inWords, writeDeps } from './backupParts'
import type { Settings } from './settings'
import { StartError } from './startError'

const NEWER =
  '数据库由更新版本的程序升级过，当前程序不认识它的结构，没有启动。请换回新版本程序，或恢复升级前的备份。 / The database was migrated by a newer version of this program: start that one, or restore a backup from before the upgrade.'
const BY_HAND =
  '提示：MySQL 升级前不会自动备份。需要时先运行 npm run backup，或设 BACKUP_BEFORE_UPGRADE=always。 / No backup is made before this upgrade: run npm run backup first, or set BACKUP_BEFORE_UPGRADE=always.\n'

const ranOf = (database: Database): Promise<string[]> =>
  ranMigrations((sql, values = []) => database.migrations.query(sql, values), database.isMysql)

/** A program that does not know a table would lose what stands in it. */
export async function refuseNewerSchema(database: Database): Promise<void> {
  const ran = await ranOf(database)
  if (ran.some((name) => !knownMigrations.includes(name))) throw new StartError([NEWER])
}

/** Before the tables of a house that is in use are changed, all of it is kept. */
export async function backUpBeforeUpgrade(database: Database, settings: Settings): Promise<void> {
  const ran = await ranOf(database)
  if (ran.length === 0 || knownMigrations.every((name) => ran.includes(name))) return
  const { BACKUP_BEFORE_UPGRADE: when, BACKUP_KEEP } = settings.environment
  if (when === 'never') return
  if (when === 'embedded' && database.isMysql) {
    process.stdout.write(BY_HAND)
    return
  }
  const folder = backupFolder(settings)
  const now = systemClock.now()
  const path = join(folder, newBackupName('upgrade', now))
  try {
    await writeBackup(writeDeps(settings), { path, kind: 'upgrade', now })
    await pruneBackups(folder, BACKUP_KEEP)
  } catch (error) {
    throw error instanceof AppError ? inWords(error) : error
  }
  process.stdout.write(`升级前已备份 Backed up before the upgrade: ${path}\n`)
}

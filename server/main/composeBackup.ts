import { MINUTE_MS } from '../../shared/domain/time'
import { askedRestores } from '../features/backup/askedRestore'
import type { DeskDeps } from '../features/backup/desk'
import { backupWhenDue } from '../features/backup/makeBackup'
import { backupDownload, backupRoutes } from '../features/backup/routes'
import type { AccessOptions } from '../http/access'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import { createSealer } from '../kernel/seal'
import { readRestored } from '../store/backup/restoredHouse'
import type { Database } from '../store/database'
import { knownMigrations } from '../store/open'
import { createBackupRuns } from '../store/repositories/backupRuns'
import { backupFolder, writeDeps } from './backupParts'
import type { Settings } from './settings'

export interface BackupParts {
  settings: Settings
  database: Database
  clock: Clock
  logger: Logger
  access: AccessOptions
  prove: DeskDeps['prove']
  /** Stops the server, which is then started again. */
  restart: () => void
}

const LOOK_MS = 10 * MINUTE_MS

/** Backups by hand and by the clock. Every web process looks; a row in the database lets one of them do it. */
export function composeBackup({ settings, database, clock, logger, access, prove, restart }: BackupParts) {
  const { BACKUP_EVERY_HOURS, BACKUP_KEEP } = settings.environment
  const ending = new AbortController()
  const underWay = new Set<Promise<void>>()
  const deps: DeskDeps = {
    ...{ clock, logger, prove, restart, known: knownMigrations, signal: ending.signal },
    runs: createBackupRuns(database),
    write: writeDeps(settings),
    folder: backupFolder(settings),
    keep: BACKUP_KEEP,
    everyHours: BACKUP_EVERY_HOURS,
    mode: database.isMysql ? 'grown' : 'embedded',
    restores: askedRestores(settings.dataFolder),
    tickets: createSealer(settings.sessionSecret, 'backup download'),
    restored: () => readRestored(database),
    follow(work) {
      underWay.add(work)
      void work.finally(() => underWay.delete(work))
    },
  }
  let timer: NodeJS.Timeout | undefined
  let working: Promise<unknown> = Promise.resolve()
  const look = () => {
    working = backupWhenDue(deps, BACKUP_EVERY_HOURS)
      .catch((error: unknown) => logger.warn({ err: error }, 'whether a backup is due could not be looked at'))
      .finally(() => {
        if (!ending.signal.aborted) timer = setTimeout(look, LOOK_MS)
      })
  }

  return {
    routes: backupRoutes(deps),
    besides: [backupDownload(deps, access)],
    start() {
      timer = setTimeout(look, LOOK_MS)
    },
    /** Ends a backup that is being made, whoever began it. */
    async stop() {
      ending.abort()
      clearTimeout(timer)
      await working
      await Promise.all(underWay)
    },
  }
}

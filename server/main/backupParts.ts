import { createHmac } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { WriteDeps } from '../features/backup/writeBackup'
import { ERRORS } from '../../shared/phrases'
import { AppError } from '../kernel/errors'
import { PRODUCT_VERSION } from '../kernel/product'
import { openSnapshot } from '../store/backup/snapshot'
import { openUploads } from './composeUploads'
import type { Settings } from './settings'
import { StartError } from './startError'

export const backupFolder = ({ environment, dataFolder }: Settings): string =>
  resolve(environment.BACKUP_DIR ?? join(dataFolder, 'backups'))

export const secretMark = (sessionSecret: string): string =>
  createHmac('sha256', sessionSecret).update('backup').digest('hex').slice(0, 16)

export const passphraseOf = ({ environment }: Settings): string | null => environment.BACKUP_PASSPHRASE ?? null

/** What writing a backup needs of a house, open or not. */
export const writeDeps = (settings: Settings): WriteDeps => ({
  openSnapshot: () => openSnapshot(settings.databaseUrl),
  uploads: openUploads(settings.uploads),
  product: PRODUCT_VERSION,
  secretMark: secretMark(settings.sessionSecret),
  passphrase: passphraseOf(settings),
})

/** Why a command could not do it, in the words that the product has for it. */
export function inWords(error: unknown): unknown {
  if (!(error instanceof AppError)) return error
  const { zh, en } = ERRORS[error.code]
  return new StartError([`${zh} / ${en}`], { cause: error })
}

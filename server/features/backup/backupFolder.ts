import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { formatClock, formatIsoDate, HOUR_MS } from '../../../shared/domain/time'
import { AppError } from '../../kernel/errors'
import { newId } from '../../kernel/ids'
import type { BackupHeader } from './header'
import type { BackupKind } from './ports'
import { readHeader } from './readBackup'

/** Ours, or one that somebody has put beside them. */
const NAME = /^[\w-]+(?:\.[\w-]+)*\.bak$/
const OURS = /^backup-\d{8}-\d{4}-([a-z]+)-\w{6}\.bak$/
/** Longer than any picture takes to be read. */
const PART_MS = HOUR_MS
const PART = /^\..*\.bak\.part$/

/** `backup-20261124-0230-manual-4f7k2m.bak`, in Shanghai's time. */
export const newBackupName = (kind: BackupKind, now: number): string =>
  `backup-${formatIsoDate(now).replaceAll('-', '')}-${formatClock(now).replace(':', '')}-${kind}-${newId().slice(-6)}.bak`

export interface ListedBackup {
  file: string
  bytes: number
  /** Null: the file does not begin as a backup does. */
  header: BackupHeader | null
  changedAt: number
}

/**
 * The path of a backup by its name, which leads nowhere else.
 * @throws AppError backup_not_found
 */
export async function pathOf(folder: string, file: string): Promise<string> {
  const path = join(folder, file)
  const found = NAME.test(file) ? await stat(path).catch(() => null) : null
  if (found === null || !found.isFile()) throw new AppError('backup_not_found')
  return path
}

/** Newest first. */
export async function listBackups(folder: string): Promise<ListedBackup[]> {
  const names = await readdir(folder).catch(() => [])
  const listed: ListedBackup[] = []
  for (const file of names.filter((name) => NAME.test(name))) {
    const path = join(folder, file)
    const found = await stat(path).catch(() => null)
    if (found === null || !found.isFile()) continue
    const read = await readHeader(path).catch(() => null)
    listed.push({ file, bytes: found.size, header: read?.header ?? null, changedAt: found.mtimeMs })
  }
  const at = ({ header, changedAt }: ListedBackup) => (header === null ? changedAt : Date.parse(header.createdAt))
  return listed.sort((a, b) => at(b) - at(a) || (a.file < b.file ? 1 : -1))
}

/** Of each kind that the program makes by itself the newest stay; what a person has made stays until a person goes. */
export async function pruneBackups(folder: string, keep: number): Promise<string[]> {
  const backups = await listBackups(folder)
  const removed: string[] = []
  for (const kind of ['scheduled', 'upgrade', 'restore']) {
    const ofKind = backups.filter(({ file, header }) => OURS.exec(file)?.[1] === kind && header?.kind === kind)
    for (const { file } of ofKind.slice(keep)) {
      await rm(join(folder, file), { force: true })
      removed.push(file)
    }
  }
  return removed
}

/** What a process that was killed has left; one that goes on writing has touched its file a moment ago. */
export async function removeParts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((entry) => PART.test(entry))) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found !== null && Date.now() - found.mtimeMs > PART_MS) await rm(join(folder, name), { force: true })
  }
}

import { createHash } from 'node:crypto'
import { AppError } from '../../kernel/errors'
import type { BackupHeader } from './header'
import type { BackupTable, BackupUploads, NewPlace, RestorePlace, RunProgress, Settled } from './ports'
import { readBackup, readHeader } from './readBackup'
import type { BackupCounts } from './records'

export interface RestoreDeps {
  place: RestorePlace
  uploads: BackupUploads
  passphrase: string | null
  /** Makes a backup of what is there and says where it lies. */
  keepPresent(): Promise<string>
  /** Who asked for it in the admin. */
  askedBy: { staffId: string; address: string } | null
  now(): number
}

export interface RestoreCommand {
  path: string
  /** Whether what is there may go. */
  replace: boolean
  onProgress?: (step: 'verify' | 'keep' | 'tables' | 'files' | 'finish', progress?: RunProgress) => void
}

export interface Restored extends BackupCounts {
  header: BackupHeader
  settled: Settled
  /** Where the backup of what was there lies; null: nothing was there. */
  kept: string | null
}

/** Whether every part of a backup is as it was written; what is in it, if so. */
export async function verifyBackup(
  path: string,
  passphrase: string | null,
  onPart: (name: string, bytes: number) => void = () => undefined,
): Promise<BackupCounts> {
  const parts = readBackup(path, passphrase)
  for (;;) {
    const next = await parts.next()
    if (next.done === true) return next.value
    if (next.value.is === 'file') onPart(next.value.name, next.value.content.length)
  }
}

/** @throws AppError backup_newer */
export function refuseNewer({ migrations }: BackupHeader, known: readonly string[]): void {
  if (migrations.some((name) => !known.includes(name))) throw new AppError('backup_newer')
}

const isSame = (a: BackupTable, b: BackupTable): boolean =>
  [...a.columns].sort().join() === [...b.columns].sort().join()

/** Tables that this schema does not have, or has otherwise, are a forger's: nothing of them goes into a statement. */
function knownTable(place: NewPlace, table: BackupTable): BackupTable {
  const found = place.tables.find(({ name }) => name === table.name)
  if (found === undefined || !isSame(found, table)) throw new AppError('backup_damaged')
  return table
}

/** A name stands for one content: what lies there already is the same, or is mended. */
async function keepFile(uploads: BackupUploads, name: string, content: Buffer): Promise<void> {
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  const there = await uploads.read(name)
  if (there === null || hash(there) !== hash(content)) await uploads.keep(name, content)
}

async function fill({ uploads, passphrase }: RestoreDeps, place: NewPlace, command: RestoreCommand) {
  const { path, onProgress = () => undefined } = command
  const parts = readBackup(path, passphrase)
  let rows = 0
  let files = 0
  for (;;) {
    const next = await parts.next()
    if (next.done === true) return next.value
    const part = next.value
    if (part.is === 'table') knownTable(place, part.table)
    else if (part.is === 'rows') {
      await place.insert(part.table, part.rows)
      rows += part.rows.length
      onProgress('tables', { phase: 'tables', done: rows, total: 0 })
    } else {
      await keepFile(uploads, part.name, part.content)
      files += 1
      onProgress('files', { phase: 'files', done: files, total: 0 })
    }
  }
}

/** Pictures of a restore that was broken off are the same ones: they do not make a place a used one. */
async function holdsOtherFiles(uploads: BackupUploads, known: Map<string, number>): Promise<boolean> {
  for await (const { file, bytes } of uploads.list()) if (known.get(file) !== bytes) return true
  return false
}

/**
 * Makes a database of a backup beside the one in use, and brings its pictures. Verifies everything before anything is
 * touched; until the new database takes its place, what was there stays as it was.
 * @throws AppError backup_…, restore_not_empty, restore_in_use
 */
export async function restoreBackup(deps: RestoreDeps, command: RestoreCommand): Promise<Restored> {
  const { place, uploads, passphrase } = deps
  const { path, replace, onProgress = () => undefined } = command
  const { header } = await readHeader(path)
  refuseNewer(header, place.known)
  onProgress('verify')
  const files = new Map<string, number>()
  await verifyBackup(path, passphrase, (name, bytes) => files.set(name, bytes))

  if (await place.isInUse()) throw new AppError('restore_in_use')
  const isEmpty = (await place.isEmpty()) && !(await holdsOtherFiles(uploads, files))
  if (!isEmpty && !replace) throw new AppError('restore_not_empty')
  if (!isEmpty) onProgress('keep')
  const kept = isEmpty ? null : await deps.keepPresent()

  const filling = await place.begin(header.migrations)
  try {
    const counts = await fill(deps, filling, command)
    onProgress('finish')
    const settled = await filling.finish({
      ...{ createdAt: Date.parse(header.createdAt), now: deps.now(), askedBy: deps.askedBy },
    })
    return { header, settled, kept, ...counts }
  } finally {
    await filling.close()
  }
}

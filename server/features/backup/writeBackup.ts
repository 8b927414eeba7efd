import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { AppError } from '../../kernel/errors'
import { toFrames } from './frames'
import { headerBytes, newSeal, type BackupHeader } from './header'
import type { BackupKind, BackupUploads, OpenSnapshot, Row, RunProgress, Snapshot } from './ports'
import { FILE_NAME, hashOf, lineOf, noCounts, type BackupCounts, type BackupRecord } from './records'

export interface WriteDeps {
  openSnapshot: OpenSnapshot
  uploads: BackupUploads
  product: string
  secretMark: string
  /** Null: it is not encrypted. */
  passphrase: string | null
}

export interface WriteCommand {
  path: string
  kind: BackupKind
  now: number
  onProgress?: (progress: RunProgress) => void
  signal?: AbortSignal
}

/** Pictures that were added after the rows were read are of no harm; one that was removed meanwhile is left out. */
async function* contentOf(
  { snapshot, uploads, raw }: { snapshot: Snapshot; uploads: BackupUploads; raw: Buffer },
  counts: BackupCounts,
  command: WriteCommand,
) {
  const { onProgress = () => undefined, signal } = command
  const whole = createHash('sha256')
  const count = (bytes: Buffer): Buffer => {
    whole.update(bytes)
    return bytes
  }
  const line = (record: BackupRecord | Row): Buffer => count(lineOf(record))
  yield line({ t: 'open', header: hashOf(raw) })

  let done = 0
  for (const { name, columns } of snapshot.tables) {
    yield line({ t: 'table', name, columns })
    const ofTable = createHash('sha256')
    let rows = 0
    for await (const page of snapshot.read({ name, columns })) {
      signal?.throwIfAborted()
      const bytes = Buffer.concat(page.map(lineOf))
      ofTable.update(bytes)
      rows += page.length
      done += page.length
      onProgress({ phase: 'tables', done, total: Math.max(done, snapshot.rows) })
      yield count(bytes)
    }
    counts.tables[name] = rows
    yield line({ t: 'rows', count: rows, sha256: ofTable.digest('hex') })
  }
  // the rows are read: whoever writes need not wait for the pictures
  await snapshot.close()

  const names: string[] = []
  for await (const { file } of uploads.list()) if (FILE_NAME.test(file)) names.push(file)
  for (const [index, name] of names.entries()) {
    signal?.throwIfAborted()
    const content = await uploads.read(name)
    onProgress({ phase: 'files', done: index + 1, total: names.length })
    if (content === null) continue
    counts.files += 1
    counts.fileBytes += content.length
    yield line({ t: 'file', name, bytes: content.length, sha256: hashOf(content) })
    yield count(content)
    yield count(Buffer.from('\n'))
  }
  yield lineOf({ t: 'close', ...counts, sha256: whole.digest('hex') })
}

const isNoSpace = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code))

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().catch(() => undefined)
  await folder.close()
}

/** Under this name a file is not whole yet. */
export const partOf = (path: string): string => join(dirname(path), `.${basename(path)}.part`)

/**
 * Writes everything to one file, which stands at its path whole and on disk, or not at all. Takes no more memory for a
 * large house than for a small one, but for one picture at a time.
 * @throws AppError backup_no_space, backup_exists
 */
export async function writeBackup(deps: WriteDeps, command: WriteCommand): Promise<BackupCounts> {
  const { path, kind, now, signal } = command
  const { product, secretMark, passphrase } = deps
  const seal = passphrase === null ? null : await newSeal(passphrase)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const part = partOf(path)
  const counts = noCounts()
  const snapshot = await deps.openSnapshot()
  try {
    const { engine, migrations } = snapshot
    const header: BackupHeader = {
      ...{ createdAt: new Date(now).toISOString(), kind, product, engine, migrations, secretMark },
      sealed: seal?.sealed ?? null,
    }
    const key = seal?.key ?? null
    const raw = headerBytes(header)
    await pipeline(
      contentOf({ snapshot, uploads: deps.uploads, raw }, counts, command),
      createGzip({ level: 5 }),
      (bytes: AsyncIterable<Buffer>) => toFrames(raw, key, bytes),
      createWriteStream(part, { flags: 'w', mode: 0o600, flush: true }),
      { signal },
    )
    const there = await open(path, 'r').catch(() => null)
    await there?.close()
    if (there !== null) throw new AppError('backup_exists')
    await rename(part, path)
    await syncFolder(dirname(path))
    return counts
  } catch (error) {
    await rm(part, { force: true })
    throw isNoSpace(error) ? new AppError('backup_no_space', { cause: error }) : error
  } finally {
    await snapshot.close()
  }
}

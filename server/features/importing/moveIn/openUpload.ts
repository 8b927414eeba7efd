import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { StoredRun } from '../portsMoveIn'
import { readColumnMap } from '../records/table'
import type { Fetcher } from '../sources/addresses'
import { archivedPages } from '../sources/archivedPages'
import { openFolder } from '../sources/folder'
import { isRecordFile, openRecords } from '../sources/records'
import { isPageName, type Source } from '../sources/source'
import { openArchive, type Archive, type ArchiveLimits } from '../sources/zip'
import { UploadTooMuch } from './bounds'

const FOLDER = 'move-in-'

/** What a web server unpacks beside its own work; an upload of 20 MB holds no more. */
const LIMITS: ArchiveLimits = { entries: 50_000, unpacked: 1024 ** 3, shrunk: 400 }
/** Bytes, unpacked. A table is read whole, and takes ten times as much memory: this is some 4,000 long articles. */
const LARGEST_TABLE = 24 * 1024 * 1024

/** Whether a file of this name may hold what can be moved in. */
export const canMoveIn = (name: string): boolean =>
  extname(name).toLowerCase() === '.zip' || isRecordFile(name) || isPageName(name)

/** The name as a page's or a table's key: no folders, nothing that a file system minds. */
export function plainName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'))
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f/]/g, '').trim()
  const ending = extname(clean)
  // what a file system takes, in bytes of Chinese
  return `${[...clean.slice(0, clean.length - ending.length)].slice(0, 60).join('') || 'page'}${ending.slice(0, 12)}`
}

/** A folder of this run alone; what an earlier one left, whose process died, goes. */
async function ownFolder(temporaryFolder: string, id: string): Promise<string> {
  await mkdir(temporaryFolder, { recursive: true })
  for (const name of await readdir(temporaryFolder)) {
    if (name.startsWith(FOLDER)) await rm(join(temporaryFolder, name), { recursive: true, force: true })
  }
  const folder = join(temporaryFolder, `${FOLDER}${id}`)
  await mkdir(folder, { mode: 0o700 })
  return folder
}

/** A workbook is an archive too, and its reader unpacks all of it at once. */
async function refuseLargeTable(path: string): Promise<void> {
  const archive = await openArchive(path, LIMITS)
  try {
    let bytes = 0
    for (const name of archive.names) {
      const stream = await archive.stream(name, LARGEST_TABLE)
      if (stream === null) throw new UploadTooMuch()
      for await (const part of stream) {
        bytes += (part as Buffer).length
        if (bytes > LARGEST_TABLE) throw new UploadTooMuch()
      }
    }
  } finally {
    archive.close()
  }
}

export type Opened = { kind: 'pages'; source: Source } | { kind: 'archive'; archive: Archive }

export interface OpenDeps {
  temporaryFolder: string
  fetcher: Fetcher
}

async function openFile(path: string, { site, columnsTold }: StoredRun, { fetcher }: OpenDeps): Promise<Opened> {
  const ending = extname(path).toLowerCase()
  if (ending === '.zip') {
    const archive = await openArchive(path, LIMITS)
    return archive.names.includes('archive.json')
      ? { kind: 'archive', archive }
      : { kind: 'pages', source: archivedPages(archive, site) }
  }
  if (!isRecordFile(path)) return { kind: 'pages', source: await openFolder(path, site) }
  if (ending === '.xlsx') await refuseLargeTable(path)
  return { kind: 'pages', source: openRecords(path, { columns: readColumnMap(columnsTold) ?? {}, fetcher }) }
}

/** Lays the file of a run out where it can be read, works on it, and takes it away again, come what may. */
export async function withUpload<T>(
  deps: OpenDeps,
  run: StoredRun,
  content: AsyncIterable<Buffer>,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const folder = await ownFolder(deps.temporaryFolder, run.id)
  try {
    const path = join(folder, run.name)
    await pipeline(Readable.from(content), createWriteStream(path, { mode: 0o600 }))
    const opened = await openFile(path, run, deps)
    try {
      return await work(opened)
    } finally {
      if (opened.kind === 'archive') opened.archive.close()
      else await opened.source.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

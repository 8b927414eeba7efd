import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Clock } from '../../../kernel/clock'
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchiveHead } from './format'
import type { ArchiveFiles, ArchiveReader } from '../portsArchive'

const STEP = 200

export interface WriteDeps {
  reader: ArchiveReader
  files: Pick<ArchiveFiles, 'read'>
  organisation: string
  clock: Clock
}

async function* walk<T extends { id: string }>(read: (after: string, limit: number) => Promise<T[]>) {
  let after = ''
  for (;;) {
    const rows = await read(after, STEP)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < STEP) return
    after = last.id
  }
}

async function* lines<T extends { id: string }>(read: (after: string, limit: number) => Promise<T[]>) {
  for await (const row of walk(read)) yield `${JSON.stringify(row)}\n`
}

/**
 * Writes everything that staff wrote as one archive, row by row; the file is there whole or not at all. Its shape is in
 * `docs/operators/archive.md`.
 */
export async function writeArchive(
  { reader, files, organisation, clock }: WriteDeps,
  path: string,
): Promise<ArchiveHead> {
  const head: ArchiveHead = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    exportedAt: new Date(clock.now()).toISOString(),
    organisation,
    ...(await reader.counts()),
  }
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(`${JSON.stringify(head, null, 2)}\n`), 'archive.json')
  zip.addReadStream(Readable.from(lines((after, limit) => reader.pictures(after, limit))), 'pictures.jsonl')
  zip.addReadStream(Readable.from(lines((after, limit) => reader.articles(after, limit))), 'articles.jsonl')
  for await (const { file } of walk((after, limit) => reader.pictures(after, limit))) {
    zip.addReadStreamLazy(`files/${file}`, { compress: false }, (give) => {
      files.read(file).then(
        (content) => give(null, Readable.from([content ?? Buffer.alloc(0)])),
        (error: unknown) => give(error, Readable.from([])),
      )
    })
  }
  zip.end()
  const temporary = `${path}.part`
  try {
    await pipeline(zip.outputStream, createWriteStream(temporary))
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  return head
}

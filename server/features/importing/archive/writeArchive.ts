import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Clock } from '../../../kernel/clock'
import type { ArchiveFiles, ArchiveReader } from '../portsArchive'
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchiveHead } from './format'

const STEP = 200

export interface WriteDeps {
  reader: ArchiveReader
  files: Pick<ArchiveFiles, 'read'>
  organisation: string
  clock: Clock
}

export interface WrittenArchive extends ArchiveHead {
  /** Files that rows name and that are not where files lie. */
  missing: string[]
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

/** Rows as lines, each told to `told` as it goes by. */
async function* lines<T>(rows: AsyncIterable<T> | Iterable<T>, told: (row: T) => void = () => undefined) {
  for await (const row of rows) {
    told(row)
    yield `${JSON.stringify(row)}\n`
  }
}

/**
 * Writes everything that staff wrote as one archive, row by row; the file is there whole or not at all. Articles are read
 * before the files that they name, so that what is written meanwhile by others leaves no article without its pictures.
 * The shape is in `docs/operators/archive.md`.
 */
export async function writeArchive({ reader, files, ...deps }: WriteDeps, path: string): Promise<WrittenArchive> {
  const { organisation, clock } = deps
  const exportedAt = new Date(clock.now()).toISOString()
  const counts = { articles: 0, pictures: 0, attachments: 0 }
  const missing: string[] = []
  const zip = new ZipFile()
  const headNow = (): ArchiveHead => ({
    ...{ format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION, exportedAt, organisation },
    ...counts,
  })
  // Each is read when its turn comes, one after the other.
  const add = (name: string, rows: () => AsyncIterable<string>) =>
    zip.addReadStreamLazy(name, { compress: true }, (give) => give(null, Readable.from(rows())))
  const addFile = (file: string) =>
    zip.addReadStreamLazy(`files/${file}`, { compress: false }, (give) => {
      files.read(file).then(
        (content) => {
          if (content === null) missing.push(file)
          give(null, Readable.from([content ?? Buffer.alloc(0)]))
        },
        (error: unknown) => give(error, Readable.from([])),
      )
    })
  const withFile =
    (kind: 'pictures' | 'attachments') =>
    ({ file }: { file: string }) => {
      counts[kind] += 1
      addFile(file)
    }
  async function* last() {
    yield* lines(
      walk((after, limit) => reader.pictures(after, limit)),
      withFile('pictures'),
    )
    add('archive.json', async function* () {
      yield `${JSON.stringify(headNow(), null, 2)}\n`
    })
    zip.end()
  }
  add('channels.jsonl', async function* () {
    yield* lines(await reader.channels())
  })
  add('articles.jsonl', () =>
    lines(
      walk((after, limit) => reader.articles(after, limit)),
      () => void (counts.articles += 1),
    ),
  )
  add('attachments.jsonl', () =>
    lines(
      walk((after, limit) => reader.attachments(after, limit)),
      withFile('attachments'),
    ),
  )
  add('pictures.jsonl', last)
  // It tells what went wrong beside its stream, which would wait for ever.
  zip.on('error', (error) => (zip.outputStream as Readable).destroy(error))
  const temporary = `${path}.part`
  try {
    await pipeline(zip.outputStream, createWriteStream(temporary))
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  return { ...headNow(), missing }
}

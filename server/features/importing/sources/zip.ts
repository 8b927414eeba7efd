import iconv from 'iconv-lite'
import { open, type Entry, type ZipFile } from 'yauzl'

import {
  addressOf,
  isPageName,
  LARGEST_FILE,
  LARGEST_PAGE,
  pathBelow,
  safePath,
  type Source,
  type SourcePage,
} from './source'

const MOST_ENTRIES = 200_000
/** Bytes that all entries may come to, unpacked. */
const MOST_UNPACKED = 8 * 1024 ** 3
/** Real pages and pictures never shrink so much. */
const MOST_SHRUNK = 1_000
const SMALL = 1024 * 1024

const UTF8_NAMES = 0x800

/** An archive that would unpack to more than any site has, or lies about its sizes. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused'

  constructor() {
    super('the archive would unpack to more than a site has')
  }
}

/** Archives made by a Chinese Windows name their files in GBK. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer
  if ((entry.generalPurposeBitFlag & UTF8_NAMES) !== 0) return raw.toString('utf8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return iconv.decode(raw, 'gb18030')
  }
}

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    )
  })

/** All entries by their names; refuses an archive that would unpack to more than any site has. */
function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    let unpacked = 0
    const refuse = () => reject(new ArchiveRefused())
    if (zip.entryCount > MOST_ENTRIES) return refuse()
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize
      const isBomb = entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * MOST_SHRUNK
      if (unpacked > MOST_UNPACKED || isBomb) return refuse()
      const name = safePath(nameOf(entry))
      if (name !== null && !nameOf(entry).endsWith('/')) entries.set(name, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function readEntry(zip: ZipFile, entry: Entry, most: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > most) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const parts: Buffer[] = []
      let size = 0
      stream.on('data', (part: Buffer) => {
        size += part.length
        if (size > most) stream.destroy(new ArchiveRefused())
        else parts.push(part)
      })
      stream.on('end', () => resolve(Buffer.concat(parts)))
      stream.on('error', reject)
    })
  })
}

/** A zip file whose entries are read one at a time, never unpacked to disk. */
export interface Archive {
  names: string[]
  /** Null: no such entry, or more bytes than `most`. */
  entry(name: string, most: number): Promise<Buffer | null>
  stream(name: string, most: number): Promise<NodeJS.ReadableStream | null>
  close(): void
}

export async function openArchive(path: string): Promise<Archive> {
  const zip = await openZip(path)
  let entries: Map<string, Entry>
  try {
    entries = await listEntries(zip)
  } catch (error) {
    zip.close()
    throw error
  }
  const within = (name: string, most: number): Entry | null => {
    const entry = entries.get(name)
    return entry === undefined || entry.uncompressedSize > most ? null : entry
  }
  return {
    names: [...entries.keys()].sort(),
    entry(name, most) {
      const entry = within(name, most)
      return entry === null ? Promise.resolve(null) : readEntry(zip, entry, most)
    },
    stream(name, most) {
      const entry = within(name, most)
      if (entry === null) return Promise.resolve(null)
      return new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
      })
    },
    close: () => zip.close(),
  }
}

/** The saved pages of an archive. */
export function archivedPages(archive: Archive, site: string): Source {
  const names = archive.names.filter(isPageName)
  return {
    count: names.length,
    async *pages() {
      for (const name of names) {
        const read = () => archive.entry(name, LARGEST_PAGE)
        yield { key: name, base: addressOf(site, name), read } satisfies SourcePage
      }
    },
    file(address) {
      const below = pathBelow(site, address)
      return below === null ? Promise.resolve(null) : archive.entry(below, LARGEST_FILE)
    },
    close() {
      archive.close()
      return Promise.resolve()
    },
  }
}

import iconv from 'iconv-lite'
import { stat } from 'node:fs/promises'
import { open, type Entry, type ZipFile } from 'yauzl'
import { ArchiveBroken, ArchiveRefused, readWhole } from './entry'
import { safePath, type Refused } from './source'

/** What an archive may unpack to at the most. */
export interface ArchiveLimits {
  entries: number
  /** Bytes of all entries, unpacked. */
  unpacked: number
  /** How many times its own size one entry may have, unpacked; and the whole archive its own. Of pages it is ten or twenty. */
  shrunk: number
}

export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 200_000, unpacked: 8 * 1024 ** 3, shrunk: 400 }
/** Bytes; what unpacks to less is no bomb, however small it was packed. */
const SMALL = 1024 * 1024

const UTF8_NAMES = 0x800

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

/** Unix keeps the kind of a file in the upper half: a link's content is the path that it leads to. */
const isLink = ({ externalFileAttributes }: Entry): boolean => ((externalFileAttributes >>> 28) & 0xf) === 0xa

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(new ArchiveBroken({ cause: error })) : resolve(zip),
    )
  })

interface Listed {
  entries: Map<string, Entry>
  refused: Refused[]
}

/** All entries by their names; refuses an archive that would unpack to more than any site has. */
function listEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Listed> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    const refused: Refused[] = []
    let unpacked = 0
    if (zip.entryCount > limits.entries) return reject(new ArchiveRefused())
    const packed = zip.fileSize
    zip.on('error', (cause) => reject(new ArchiveBroken({ cause })))
    zip.on('end', () => resolve({ entries, refused }))
    zip.on('entry', (entry: Entry) => {
      const size = entry.uncompressedSize
      unpacked += size
      const isBomb = size > SMALL && size > entry.compressedSize * limits.shrunk
      // Entries that share their bytes are small one by one.
      const isBombAsAWhole = unpacked > SMALL && unpacked > packed * limits.shrunk
      if (unpacked > limits.unpacked || isBomb || isBombAsAWhole) return reject(new ArchiveRefused())
      const written = nameOf(entry)
      const name = safePath(written)
      if (name === null) refused.push({ key: written, refused: 'name_refused' })
      else if (isLink(entry)) refused.push({ key: name, refused: 'link_refused' })
      else if (!/[\\/]$/.test(written)) {
        if (entries.has(name)) refused.push({ key: name, refused: 'name_twice' })
        else entries.set(name, entry)
      }
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** A zip file whose entries are read one at a time, never unpacked to disk. */
export interface Archive {
  names: string[]
  /** Entries that are never read: their names lead elsewhere, or they are no files. */
  refused: Refused[]
  /** Bytes, unpacked; null: there is no such entry. */
  size(name: string): number | null
  /** Null: no such entry, or more bytes than `most`. @throws PageUnreadable when its bytes are not what was packed. */
  entry(name: string, most: number): Promise<Buffer | null>
  stream(name: string, most: number): Promise<NodeJS.ReadableStream | null>
  close(): void
}

/** @throws ArchiveBroken, ArchiveRefused */
export async function openArchive(path: string, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<Archive> {
  await stat(path)
  const zip = await openZip(path)
  let listed: Listed
  try {
    listed = await listEntries(zip, limits)
  } catch (error) {
    zip.close()
    throw error
  }
  const { entries, refused } = listed
  const within = (name: string, most: number): Entry | null => {
    const entry = entries.get(name)
    return entry === undefined || entry.uncompressedSize > most ? null : entry
  }
  return {
    names: [...entries.keys()].sort(),
    refused,
    size: (name) => entries.get(name)?.uncompressedSize ?? null,
    entry(name, most) {
      const entry = within(name, most)
      return entry === null ? Promise.resolve(null) : readWhole(zip, entry)
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

import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { PageUnreadable } from './source'

/** An archive that would unpack to more than any site has. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused'

  constructor() {
    super('the archive would unpack to more than a site has')
  }
}

/** An archive that was cut off, or is none. */
export class ArchiveBroken extends Error {
  override readonly name = 'ArchiveBroken'

  constructor(options?: ErrorOptions) {
    super('the archive is cut off or damaged', options)
  }
}

/** An entry's bytes as they were packed: a size that is not the one it names, or another checksum, is refused. */
export function readWhole(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const broken = () => new PageUnreadable('entry_broken')
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(broken())
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const content = Buffer.concat(parts)
        if (crc32(content) === entry.crc32) resolve(content)
        else reject(broken())
      })
      stream.on('error', () => reject(broken()))
    })
  })
}

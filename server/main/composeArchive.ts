import sharp from 'sharp'
import type { ArchiveFiles } from '../features/importing/portsArchive'
import type { ReadDeps } from '../features/importing/archive/readArchive'
import type { WriteDeps } from '../features/importing/archive/writeArchive'
import type { Uploads } from '../features/media/ports'
import { keepVariants, removeVariants } from '../features/media/variants'
import type { Clock } from '../kernel/clock'
import type { Database } from '../store/database'
import { createArchiveReader, createArchiveWriter } from '../store/repositories/archive'
import { bodyRules } from './composeImport'

/** Pictures of an archive are ours already; what is none, or was changed into something else, is refused. */
const archiveFiles = (uploads: Uploads): ArchiveFiles => ({
  read: (file) => uploads.read(file),
  async keep(file, content) {
    const { format } = await sharp(content).metadata()
    if (format !== 'webp') throw new Error('not a picture of ours')
    await keepVariants(uploads, file, content)
    try {
      await uploads.keep(file, content)
    } catch (error) {
      await removeVariants(uploads, file)
      throw error
    }
  },
})

export interface ArchiveParts {
  database: Database
  uploads: Uploads
  clock: Clock
  organisation: string
}

export const composeArchive = ({ database, uploads, ...rest }: ArchiveParts): WriteDeps & ReadDeps => ({
  ...rest,
  reader: createArchiveReader(database),
  writer: createArchiveWriter(database),
  files: archiveFiles(uploads),
  body: bodyRules,
})

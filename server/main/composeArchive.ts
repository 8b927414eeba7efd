import sharp from 'sharp'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attachmentFile } from '../../shared/domain/attachments'
import { focusWithin } from '../../shared/domain/pictureCut'
import { fileKind } from '../features/attachments/fileKind'
import type { ArchivedAttachment, ArchiveFiles } from '../features/importing/portsArchive'
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
  async keep(file, content, cut) {
    const { format, width, height } = await sharp(content).metadata()
    if (format !== 'webp') throw new Error('not a picture of ours')
    await keepVariants(uploads, file, { content, width, height, focus: cut && focusWithin(cut) })
    try {
      await uploads.keep(file, content)
    } catch (error) {
      await removeVariants(uploads, file)
      throw error
    }
  },
  async keepAttachment(attachment, content) {
    await checkKind(attachment, content)
    await uploads.keep(attachmentFile(attachment.id), content)
  },
})

/** The kind of an attachment is told by its content, as when staff upload one. */
async function checkKind({ name, kind }: ArchivedAttachment, content: Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'))
  try {
    const path = join(folder, 'attachment')
    await writeFile(path, content)
    if ((await fileKind(path, name)) !== kind) throw new Error('an attachment of another kind than it says')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

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

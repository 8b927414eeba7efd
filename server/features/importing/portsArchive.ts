import type { AuditEntry } from '../../kernel/audit'
import type { ArchivedArticle, ArchivedPicture } from './archive/format'

export interface ArchiveCounts {
  articles: number
  pictures: number
}

/** Everything that staff wrote, in steps by id. What lies in the bin is left out. */
export interface ArchiveReader {
  counts(): Promise<ArchiveCounts>
  articles(afterId: string, limit: number): Promise<ArchivedArticle[]>
  pictures(afterId: string, limit: number): Promise<ArchivedPicture[]>
}

export interface RestoredArticle extends ArchivedArticle {
  /** JSON of `Block[]`, derived anew. */
  blocks: string
}

export interface ArchiveWriter {
  hasPicture(id: string): Promise<boolean>
  keepPicture(picture: ArchivedPicture & { bytes: number }): Promise<void>
  /** One transaction. `known`: an article with this id is here already, and stays as it is. */
  keepArticle(article: RestoredArticle, audit: AuditEntry): Promise<'kept' | 'known' | 'channel_unknown'>
}

/** Where pictures lie. */
export interface ArchiveFiles {
  read(file: string): Promise<Buffer | null>
  /** Keeps a picture under its own name, with its smaller variants. */
  keep(file: string, content: Buffer): Promise<void>
}

export type { ArchivedArticle, ArchivedPicture } from './archive/format'

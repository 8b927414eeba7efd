import type { PictureCut } from '../../../shared/domain/pictureCut'
import type { AuditEntry } from '../../kernel/audit'
import type { ArchivedArticle, ArchivedAttachment, ArchivedChannel, ArchivedPicture } from './archive/format'

/** Everything that staff wrote, in steps by id. What lies in the bin is left out. */
export interface ArchiveReader {
  channels(): Promise<ArchivedChannel[]>
  articles(afterId: string, limit: number): Promise<ArchivedArticle[]>
  pictures(afterId: string, limit: number): Promise<ArchivedPicture[]>
  attachments(afterId: string, limit: number): Promise<ArchivedAttachment[]>
}

export interface RestoredArticle extends ArchivedArticle {
  /** JSON of `Block[]`, derived anew. */
  blocks: string
}

export interface ArchiveWriter {
  /** Order, names and hiding of channels as staff wanted them. `known`: somebody here has set them already. */
  keepChannels(channels: readonly ArchivedChannel[], audit: AuditEntry): Promise<'kept' | 'known'>
  hasPicture(id: string): Promise<boolean>
  /** Counts as looked at `now`: the articles that show it come after it, however old it is. */
  keepPicture(picture: ArchivedPicture & { bytes: number }, now: number): Promise<void>
  hasAttachment(id: string): Promise<boolean>
  /** Like a picture. */
  keepAttachment(attachment: ArchivedAttachment, now: number): Promise<void>
  /** One transaction. `known`: an article with this id is here already, and stays as it is. */
  keepArticle(article: RestoredArticle, audit: AuditEntry): Promise<'kept' | 'known' | 'channel_unknown'>
}

/** Where pictures and attachments lie. */
export interface ArchiveFiles {
  read(file: string): Promise<Buffer | null>
  /** Keeps a picture under its own name, with its smaller variants. */
  keep(file: string, content: Buffer, cut: PictureCut | null): Promise<void>
  /** Keeps an attachment under its own name; what is not of the kind that it says is refused. */
  keepAttachment(attachment: ArchivedAttachment, content: Buffer): Promise<void>
}

export type { ArchivedArticle, ArchivedAttachment, ArchivedChannel, ArchivedPicture } from './archive/format'

import type { AttachmentKind } from '../../../shared/domain/attachments'
import type { AuditEntry } from '../../kernel/audit'
import type { DoubtCode, MendCode, Remark } from './found'

export interface PictureSize {
  file: string
  width: number
  height: number
}

/** The body rules of articles, as far as an import needs them. */
export interface BodyRules {
  /** Clean markup; pictures that are not kept here are dropped. */
  clean(html: string): string
  /** `blocks`: JSON of `Block[]`. */
  derive(html: string, sizes: PictureSize[]): { blocks: string; summary: string; isEmpty: boolean }
}

/** A picture whose files lie where pictures lie; its row is written with its article. */
export interface BroughtPicture extends PictureSize {
  id: string
  bytes: number
  name: string
  alt: string
}

/** Keeps the files of a page's picture as if it had been uploaded, under an id that its bytes decide. */
export interface PictureKeeper {
  /** Null: not a picture that can be read. What was kept before under this id is not worked on again. */
  keep(id: string, content: Buffer, name: string, alt: string): Promise<BroughtPicture | null>
  /** Takes the files away again, of an article that then was not kept. */
  discard(pictures: readonly BroughtPicture[]): Promise<void>
}

export interface BroughtAttachment {
  id: string
  name: string
  kind: AttachmentKind
  bytes: number
}

/** Keeps a file that was hung beside a page, by the rules of what staff attach. */
export interface AttachmentKeeper {
  /** `name` ends as the page's link says. Null: of a kind that is not kept, or unsafe. */
  keep(id: string, content: Buffer, name: string): Promise<BroughtAttachment | null>
  discard(attachments: readonly BroughtAttachment[]): Promise<void>
}

export interface BroughtFiles {
  pictures: readonly BroughtPicture[]
  attachments: readonly BroughtAttachment[]
}

/** An article as it is written by an import: public with its own time, or a draft. Instants are ms. */
export interface ImportedArticle {
  id: string
  channelId: string
  title: string
  summary: string
  publisher: string
  bodyHtml: string
  blocks: string
  coverId: string | null
  publishedAt: number | null
  views: number
  isPublic: boolean
}

export interface ImportedPage {
  /** The path or address that tells this page again. */
  source: string
  contentHash: string
  /** Path and question at the old site; null when nobody can have linked it. */
  oldAddress: string | null
  doubts: Remark<DoubtCode>[]
  mends: Remark<MendCode>[]
  /** What a reader of the page saw, its first words. */
  original: string
}

export interface KnownPage {
  contentHash: string
  articleId: string | null
}

export interface ImportStore {
  /** What an earlier run made of a page; null: nothing yet. */
  known(source: string): Promise<KnownPage | null>
  /** Whether an article of ours has this title. */
  hasTitle(title: string): Promise<boolean>
  /**
   * Article, its files, page, old address and audit entry in one transaction. False: another run kept the page meanwhile.
   */
  keep(article: ImportedArticle, files: BroughtFiles, page: ImportedPage, audit: AuditEntry): Promise<boolean>
  picture(id: string): Promise<BroughtPicture | null>
  /** Those of these files that no row names: only they may be taken away. */
  unnamed(files: BroughtFiles): Promise<BroughtFiles>
}

/** Where articles stood before. */
export interface OldAddresses {
  /** Id of the public article that stood at a path with its question; null: none did. */
  find(address: string): Promise<string | null>
}

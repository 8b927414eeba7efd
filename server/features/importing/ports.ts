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

export interface BroughtPicture extends PictureSize {
  id: string
}

/** Keeps a picture of a page as if it had been uploaded; null: not a picture that can be read. */
export interface PictureKeeper {
  keep(content: Buffer, name: string, alt: string): Promise<BroughtPicture | null>
  /** Takes back what was kept for an article that then was not. */
  discard(pictures: BroughtPicture[]): Promise<void>
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
  /** Takes back a picture's row, for an article that then was not kept. */
  forgetPicture(id: string): Promise<void>
  /** Article, page, old address and audit entry in one transaction. False: another run kept the page meanwhile. */
  keep(article: ImportedArticle, page: ImportedPage, audit: AuditEntry): Promise<boolean>
}

/** Where articles stood before. */
export interface OldAddresses {
  /** Id of the public article that stood at a path with its question; null: none did. */
  find(address: string): Promise<string | null>
}

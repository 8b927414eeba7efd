import type { ArticleStatus } from '../../../shared/contract/staffContent'
import type { PictureCut } from '../../../shared/domain/pictureCut'
import type { AuditEntry } from '../../kernel/audit'

/** How a picture was cut out of another one. */
export interface KeptCut extends PictureCut {
  /** Id of the original. */
  of: string
}

export interface KeptPicture {
  id: string
  /** Name in the uploads folder. */
  file: string
  mime: string
  width: number
  height: number
  bytes: number
  alt: string
  createdAt: number
  /** Id of the staff member; '' for sample content. */
  createdBy: string
  /** The uploaded file's name; '' when none was kept. */
  name: string
  hasVariants: boolean
  /** Null: nobody cut it, it stands in the library. */
  cut: KeptCut | null
}

export interface ListedPicture extends KeptPicture {
  /** Null: sample content, uploaded by nobody. */
  createdByName: string | null
}

export interface PictureUse {
  id: string
  title: string
  status: ArticleStatus
  asCover: boolean
  inBody: boolean
  /** Not as it stands: only earlier saves of it show the picture. */
  onlyEarlier: boolean
  /** Whether it is in the bin. */
  binned: boolean
}

export interface PictureQuery {
  /** Words that the file name or the alternative text holds. */
  words?: string
  after: { at: number; id: string } | null
  limit: number
}

export interface MediaStore {
  add(picture: KeptPicture, audit: { staffId: string | null; address: string }): Promise<void>
}

export interface Library {
  /** Those that somebody brought; what was cut out of them is left out. */
  list(query: PictureQuery): Promise<ListedPicture[]>
  find(id: string): Promise<ListedPicture | null>
  /** Articles that show it or a cut of it, or once did, last saved first. */
  uses(picture: { id: string; file: string }, limit: number): Promise<PictureUse[]>
  /** Its cuts are described with it, and those who keep answers with them are told. False: there is no such picture. */
  describe(id: string, alt: string, audit: AuditEntry): Promise<boolean>
  /**
   * Looks once more, in the transaction of the deletion, whether an article shows it, or an earlier save of one does; its
   * cuts count and go with it. `evenFromHistory`: the latter is known and does not matter. Answers the files to remove.
   */
  remove(
    picture: { id: string; file: string },
    evenFromHistory: boolean,
    audit: AuditEntry,
  ): Promise<'used' | 'in_history' | 'gone' | { files: string[] }>
}

/** Where pictures lie. A file is there whole or not at all, and its name never stands for another content. */
export interface Uploads {
  keep(file: string, content: Buffer): Promise<void>
  remove(file: string): Promise<void>
  /** Null: there is none. */
  read(file: string): Promise<Buffer | null>
  holds(file: string): Promise<boolean>
  /** Names that begin so, in their order, with their sizes. */
  list(start?: string): AsyncIterable<{ file: string; bytes: number }>
}

/**
 * Brings a file of the open internet to a path. Never throws; nothing is left at the path unless it was kept.
 * `refused`: an address that the server does not ask.
 */
export type PictureSource = (
  url: string,
  path: string,
  maxBytes: number,
) => Promise<'kept' | 'refused' | 'too_large' | 'lost'>

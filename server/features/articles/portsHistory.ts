import type { ChannelRef } from '../../../shared/contract'
import type { StoredEvent, StoredPicture } from './ports'

export interface StoredRevision {
  id: string
  version: number
  savedAt: number
  /** Null: sample content, saved by nobody. */
  savedBy: string | null
  title: string
}

export interface StoredRevisionDetail extends StoredRevision {
  channel: ChannelRef | null
  summary: string
  publisher: string
  bodyHtml: string
  cover: StoredPicture | null
  pinned: boolean
  event: StoredEvent | null
}

/** What saves left; they are written in the transaction of the save. */
export interface ArticleHistory {
  /** Newest first. */
  list(articleId: string): Promise<StoredRevision[]>
  find(articleId: string, revisionId: string): Promise<StoredRevisionDetail | null>
}

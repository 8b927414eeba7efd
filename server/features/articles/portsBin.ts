import type { ChannelRef } from '../../../shared/contract'
import type { AuditEntry } from '../../kernel/audit'
import type { Change } from './portsStaff'

/** An article in the bin. */
export interface StoredBinned {
  id: string
  title: string
  channel: ChannelRef
  createdBy: string
  binnedAt: number
  binnedById: string
  /** Null: somebody who is not there any more. */
  binnedBy: string | null
  wasPublished: boolean
}

/** Articles that staff deleted. Each writing method is one transaction with its audit entry. */
export interface ArticleBin {
  /**
   * Takes it from members, calls off what was set for later, and puts it into the bin. `notice_open`: one of its notices is
   * under way.
   */
  put(change: Change): Promise<'binned' | 'changed' | 'notice_open'>
  list(after: { at: number; id: string } | null, limit: number): Promise<StoredBinned[]>
  find(id: string): Promise<StoredBinned | null>
  /** Brings it back as a draft. False: it is not in the bin any more. */
  takeOut(id: string, audit: AuditEntry & { staffId: string }): Promise<boolean>
  /** Ids of those that were put there at or before an instant. */
  since(before: number, limit: number): Promise<string[]>
  /**
   * Removes it with all that hangs on it alone; notices and the audit log stay. Returns the files of pictures and
   * attachments that only it showed, or null when it is not in the bin any more.
   */
  purge(id: string, audit: AuditEntry): Promise<string[] | null>
}

/** Removes a picture's files. */
export interface PictureFiles {
  remove(file: string): Promise<void>
}

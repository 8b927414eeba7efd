import type { AuditEntry } from '../../kernel/audit'

export interface StoredPinned {
  id: string
  channelId: string
  title: string
  publishedAt: number
}

/** The order of the pinned articles that members can see. */
export interface PinnedArticles {
  /** Of each of these channels at most so many, in order. */
  list(channelIds: string[], each: number): Promise<StoredPinned[]>
  /**
   * Puts those of a channel in the order `after`, in one transaction with its audit entry. False when they are not, in this
   * order, those of `before` any more; nothing is written then.
   */
  arrange(change: { channelId: string; before: string[]; after: string[]; audit: AuditEntry }): Promise<boolean>
}

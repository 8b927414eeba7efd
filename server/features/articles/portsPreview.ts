import type { AuditEntry } from '../../kernel/audit'

export interface StoredPreview {
  id: string
  articleId: string
  createdAt: number
  createdBy: string
  expiresAt: number
}

/** Links that open an article to colleagues. Only the hash of a token is kept. */
export interface PreviewLinks {
  /** Those of an article that are not over, newest first. */
  list(articleId: string, now: number): Promise<(StoredPreview & { createdByName: string })[]>
  /** Keeps one and forgets those that are over. */
  keep(link: StoredPreview & { tokenHash: string }, audit: AuditEntry): Promise<void>
  /** False: there is none, or it is over. */
  close(place: { articleId: string; id: string }, now: number, audit: AuditEntry): Promise<boolean>
  find(tokenHash: string, now: number): Promise<StoredPreview | null>
}

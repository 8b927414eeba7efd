import type { AuditSubject } from '../../../shared/contract'
import type { ChainedEntry } from '../../kernel/auditChain'

export interface AuditFilter {
  /** An id of staff; null: the program itself. */
  by?: string | null
  subject?: AuditSubject
  subjectId?: string
  action?: string
  /** Milliseconds; the second one is no longer included. */
  from?: number
  until?: number
}

export interface AuditPosition {
  at: number
  id: string
}

export interface StoredAudit extends Omit<ChainedEntry, 'number'> {
  number: number | null
  staffName: string | null
  /** The title, name or login of the thing as it is now. */
  subjectName: string | null
}

/** Reading the log. Nothing here writes to it. */
export interface AuditLog {
  /** Newest first. */
  list(filter: AuditFilter, after: AuditPosition | null, limit: number): Promise<StoredAudit[]>
  /** Number and hash of the last entry; null when nothing is chained. */
  head(): Promise<{ number: number; hash: string } | null>
  /** Chained entries with their hashes, after a number, in order. */
  chain(after: number, limit: number): Promise<(ChainedEntry & { hash: string })[]>
}

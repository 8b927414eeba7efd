import type { AttachmentKind } from '../../../shared/domain/attachments'
import type { AuditEntry } from '../../kernel/audit'

export interface StoredAttachment {
  id: string
  name: string
  kind: AttachmentKind
  bytes: number
  createdAt: number
  createdBy: string
}

export interface AttachmentStore {
  add(attachment: StoredAttachment, audit: AuditEntry): Promise<void>
  find(id: string): Promise<StoredAttachment | null>
}

/** Where files lie, by names of our own. */
export interface AttachmentFiles {
  keep(file: string, content: Buffer): Promise<void>
  remove(file: string): Promise<void>
  /** Null: there is none. */
  read(file: string): Promise<Buffer | null>
}

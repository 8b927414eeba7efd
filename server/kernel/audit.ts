/**
 * Who did what to which thing, and from where. Whatever changes a thing writes its entry in the same transaction.
 */
export interface AuditEntry {
  at: number
  /** Null: the program itself. */
  staffId: string | null
  /** Such as `article.publish`. */
  action: string
  subjectType: 'article' | 'notice' | 'delivery' | 'media' | 'staff' | 'setting' | 'backup' | 'move_in'
  subjectId: string
  address: string
  detail?: Record<string, unknown>
}

import type { ErrorCode } from '../../../shared/phrases/errors'
import type { AuditEntry } from '../../kernel/audit'

/** Draws the code that opens a page of the mini-program. */
export interface BindingCodePictures {
  /**
   * A JPEG or PNG.
   * @throws AppError wechat_busy, wechat_unavailable
   */
  draw(code: { scene: string; page: string }): Promise<Buffer>
}

export interface BindingThrottle {
  /** How often something was done within the window, and when that ends. */
  count(key: string, windowMs: number, now: number): Promise<{ tries: number; endsAt: number }>
}

export type BindingRefusal = Extract<ErrorCode, `binding_${string}`>

/** Whom a code binds to, or why it does not. `mine`: this member is bound to them already. */
export type BindingLook = { name: string; mine: boolean } | { refused: BindingRefusal }

export interface StoredBinding {
  /** Milliseconds since the epoch. */
  since: number
  /** Grants left, by template id. */
  available: Map<string, number>
}

/** Which staff account belongs to which member. Instants in milliseconds since the epoch. */
export interface BindingStore {
  of(staffId: string): Promise<StoredBinding | null>
  /** Takes the place of every code of this account that was still good. */
  keepCode(code: { codeHash: string; staffId: string; expiresAt: number }, now: number): Promise<void>
  look(codeHash: string, memberId: string, now: number): Promise<BindingLook>
  /**
   * Takes the code and binds, in one transaction with its audit entry. Whom the account was bound to before is bound no
   * more, and what was not sent there is not sent. The same member with the same code again is told the same.
   * @throws AppError session_required when the member was erased meanwhile
   */
  bind(codeHash: string, memberId: string, now: number, audit: (staffId: string) => AuditEntry): Promise<BindingLook>
  /** False when nothing was bound. */
  unbind(staffId: string, audit: AuditEntry): Promise<boolean>
}

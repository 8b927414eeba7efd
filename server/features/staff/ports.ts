import type { StaffMember } from '../../../shared/contract/staffContent'
import type { AuditEntry } from '../../kernel/audit'

export interface StaffCredentials extends StaffMember {
  passwordHash: string
}

export interface NewSession {
  tokenHash: string
  staffId: string
  address: string
  browser: string
  now: number
  /** The session is over then, however much it is used. */
  expiresAt: number
}

export interface StaffStore {
  hasAny(): Promise<boolean>
  /** Null for an account that is unknown or disabled. */
  findByLogin(login: string): Promise<StaffCredentials | null>
  /**
   * Makes the first administrator and takes the set-up code, both or neither. False when the code is not the one that
   * was kept or somebody was first.
   */
  addFirst(staff: StaffCredentials, codeHash: string, audit: AuditEntry): Promise<boolean>
  /** Keeps the hash of a set-up code in place of an earlier one; nothing when there is staff already. */
  keepSetupCode(codeHash: string, now: number): Promise<void>
  openSession(session: NewSession, replaces: string | null, audit: AuditEntry): Promise<void>
  closeSession(tokenHash: string, audit: AuditEntry): Promise<void>
}

/** Counts tries within a window; shared by all processes. */
export interface Throttle {
  /** Counts one try under a key and returns how many there were, this one included, and when the window ends. */
  count(key: string, windowMs: number, now: number): Promise<{ tries: number; endsAt: number }>
  forget(key: string): Promise<void>
}

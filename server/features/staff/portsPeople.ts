import type { StaffRole } from '../../../shared/contract/endpoint'
import type { StaffMember } from '../../../shared/contract/staffContent'
import type { AuditEntry } from '../../kernel/audit'

export interface StoredColleague extends StaffMember {
  disabled: boolean
  createdAt: number
  lastSeenAt: number | null
  /** Whether they log in with two steps. */
  twoStep: boolean
}

export interface StoredLink {
  id: string
  kind: 'invite' | 'reset'
  /** Whose password is chosen anew; null for an invitation. */
  staffId: string | null
  name: string
  role: StaffRole
  createdAt: number
  expiresAt: number
}

export interface StoredSession {
  tokenHash: string
  address: string
  browser: string
  createdAt: number
  lastSeenAt: number
}

/** `last`: it would leave the house without an administrator who can log in. */
export type AccountMove = 'done' | 'missing' | 'last'

/** Accounts of staff as administrators move them; each change in one transaction with its audit entry. */
export interface PeopleStore {
  list(now: number): Promise<StoredColleague[]>
  find(id: string): Promise<StoredColleague | null>
  passwordHashOf(id: string): Promise<string | null>
  /** Sets the role and ends the account's sessions. */
  setRole(id: string, role: StaffRole, audit: AuditEntry): Promise<AccountMove>
  /** Closing ends sessions and open links as well. */
  setDisabled(id: string, disabled: boolean, audit: AuditEntry): Promise<AccountMove>
  /** Sets the password and ends all sessions but the one that is kept. */
  setPassword(id: string, passwordHash: string, keepTokenHash: string, audit: AuditEntry): Promise<void>
}

export interface LinkStore {
  invitations(now: number): Promise<StoredLink[]>
  /** Keeps a link; one for a password replaces the account's earlier ones. */
  keep(link: StoredLink & { tokenHash: string }, audit: AuditEntry): Promise<void>
  withdraw(id: string, now: number, audit: AuditEntry): Promise<boolean>
  /** Null when it was used, taken back, has expired, or its account is closed. */
  find(tokenHash: string, now: number): Promise<(StoredLink & { login: string | null }) | null>
  /** Takes the link and makes the account, both or neither; of two who use it at once, one does. */
  join(
    tokenHash: string,
    account: { id: string; login: string; passwordHash: string },
    audit: AuditEntry,
  ): Promise<'done' | 'gone' | 'taken'>
  /** Takes the link, sets the password and ends all sessions. */
  reset(tokenHash: string, passwordHash: string, audit: AuditEntry): Promise<'done' | 'gone'>
}

export interface SessionStore {
  /** Those that are still open, used last first. */
  openSessions(staffId: string, now: number): Promise<StoredSession[]>
  end(staffId: string, tokenHashes: string[], audit: AuditEntry): Promise<void>
}

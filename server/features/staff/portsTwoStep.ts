import type { AuditEntry } from '../../kernel/audit'
import type { NewSession, StaffCredentials } from './ports'

export interface SecondStep {
  /** Sealed. */
  secret: string
  /** Null until a first code has shown that the app has the secret. */
  confirmedAt: number | null
  codesLeft: number
}

/** What shows that the second step was taken: the time step of the app's code, or a recovery code by its hash. */
export type Proof = { step: number } | { codeHash: string }

export interface HalfLogin {
  tokenHash: string
  staffId: string
  expiresAt: number
}

/** The second step of logins. A proof is taken in the transaction of what it allows: nothing is allowed by it twice. */
export interface TwoStepStore {
  of(staffId: string): Promise<SecondStep | null>
  /** Keeps a secret that is not confirmed yet, in place of an earlier one. False when the second step is on. */
  begin(staffId: string, secret: string, now: number): Promise<boolean>
  /** Turns the second step on, keeps the codes, ends all sessions but one. False when the secret is not the one begun. */
  confirm(
    staffId: string,
    on: { secret: string; step: number; codeHashes: string[]; keepTokenHash: string },
    audit: AuditEntry,
  ): Promise<boolean>
  replaceCodes(staffId: string, proof: Proof, codeHashes: string[], audit: AuditEntry): Promise<boolean>
  turnOff(staffId: string, proof: Proof, audit: AuditEntry): Promise<boolean>
  /** Takes a proof and does nothing else. False when it was used before. */
  use(staffId: string, proof: Proof): Promise<boolean>
  /** Without a proof, by somebody else; ends the sessions. False when there was none. */
  reset(staffId: string, audit: AuditEntry): Promise<boolean>

  keepHalfLogin(half: HalfLogin): Promise<void>
  /** Null when it was used, has expired, or its account is closed or has no second step any more. */
  findHalfLogin(tokenHash: string, now: number): Promise<{ staff: StaffCredentials; step: SecondStep } | null>
  /** Takes the half login and the proof and opens the session: all or nothing. */
  enter(
    tokenHash: string,
    proof: Proof,
    session: NewSession,
    replaces: string | null,
    audit: AuditEntry,
  ): Promise<boolean>

  administratorsMust(): Promise<boolean>
  setAdministratorsMust(must: boolean, audit: AuditEntry): Promise<void>
}

import type { StaffIdentity } from './route'

/** Who a staff cookie belongs to; the store answers. A token that is unknown, ended or revoked is null. */
export interface StaffSessions {
  find(tokenHash: string, now: number): Promise<StaffIdentity | null>
}

/** Which member a bearer token belongs to. */
export interface MemberSessions {
  find(tokenHash: string, now: number): Promise<string | null>
}

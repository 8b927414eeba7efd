import { DAY_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import { hashToken, newToken } from '../../kernel/ids'
import type { StaffStore } from './ports'

/** However much a session is used, it ends after this; unused, after twelve hours (the store knows). */
export const SESSION_MS = 7 * DAY_MS

/** Where a session comes from, and the token that the browser still holds. */
export interface Origin {
  address: string
  /** Such as `Edge · Windows`. */
  browser: string
  previousToken: string | null
}

/** A session that is about to be opened, and its token, told this once. It replaces the one that the browser had. */
export function newSession(staffId: string, { address, browser, previousToken }: Origin, now: number) {
  const token = newToken()
  const session = { tokenHash: hashToken(token), staffId, address, browser, now, expiresAt: now + SESSION_MS }
  return { token, session, replaces: previousToken === null ? null : hashToken(previousToken) }
}

/** Opens a session under a new token and ends the one that the browser had. Returns the token, told this once. */
export async function openSession(
  { staff, clock }: { staff: StaffStore; clock: Clock },
  staffId: string,
  origin: Origin,
): Promise<string> {
  const { token, session, replaces } = newSession(staffId, origin, clock.now())
  const subject = { subjectType: 'staff', subjectId: staffId } as const
  const { address } = origin
  await staff.openSession(session, replaces, { at: session.now, staffId, action: 'staff.login', ...subject, address })
  return token
}

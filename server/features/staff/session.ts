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

/** Opens a session under a new token and ends the one that the browser had. Returns the token, told this once. */
export async function openSession(
  { staff, clock }: { staff: StaffStore; clock: Clock },
  staffId: string,
  { address, browser, previousToken }: Origin,
): Promise<string> {
  const token = newToken()
  const now = clock.now()
  const session = { tokenHash: hashToken(token), staffId, address, browser, now, expiresAt: now + SESSION_MS }
  const replaces = previousToken === null ? null : hashToken(previousToken)
  const subject = { subjectType: 'staff', subjectId: staffId } as const
  await staff.openSession(session, replaces, { at: now, staffId, action: 'staff.login', ...subject, address })
  return token
}

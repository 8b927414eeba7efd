import { hashToken } from '../../kernel/ids'
import type { StaffDeps } from './logIn'

/** Ends a session on the server: its cookie is worth nothing from now on. */
export async function logOut(
  { staff, clock }: Pick<StaffDeps, 'staff' | 'clock'>,
  { token, staffId, address }: { token: string; staffId: string; address: string },
): Promise<void> {
  const subject = { subjectType: 'staff', subjectId: staffId } as const
  await staff.closeSession(hashToken(token), { at: clock.now(), staffId, action: 'staff.logout', ...subject, address })
}

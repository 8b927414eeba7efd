import { createHash } from 'node:crypto'
import type { StaffMember } from '../../../shared/contract/staffContent'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { newId } from '../../kernel/ids'
import type { StaffDeps } from './logIn'
import { presentStaff, type LoggedIn } from './ownStaff'
import { hashPassword } from './password'
import type { StaffStore } from './ports'
import { newReadableCode, plainCode } from './readableCode'
import { openSession, type Origin } from './session'

const hashCode = (code: string): string =>
  createHash('sha256')
    .update(`setup:${plainCode(code)}`)
    .digest('hex')

/** A new one-time code such as `7KQM-2XPA-9RTD` (59 bits), to be printed on the console; null when there is staff. */
export async function offerSetUp({ staff, clock }: { staff: StaffStore; clock: Clock }): Promise<string | null> {
  if (await staff.hasAny()) return null
  const code = newReadableCode(3)
  await staff.keepSetupCode(hashCode(code), clock.now())
  return code
}

export interface SetUpCommand extends Origin {
  code: string
  login: string
  name: string
  password: string
}

/** Makes the first administrator with the one-time code, and logs in. */
export async function setUp(
  deps: StaffDeps,
  { code, login, name, password, ...origin }: SetUpCommand,
): Promise<LoggedIn> {
  if (await deps.staff.hasAny()) throw new AppError('setup_done')
  await deps.throttle.countTry('setup', origin.address)
  const member: StaffMember = { id: newId(), login, name, role: 'administrator' }
  const passwordHash = await hashPassword(password)
  const subject = { subjectType: 'staff', subjectId: member.id } as const
  const audit = { at: deps.clock.now(), staffId: member.id, action: 'staff.setup', ...subject, address: origin.address }
  const made = await deps.staff.addFirst({ ...member, passwordHash }, hashCode(code), audit)
  if (!made) throw new AppError((await deps.staff.hasAny()) ? 'setup_done' : 'setup_code_wrong')
  await deps.throttle.forget('setup')
  return { member: { ...presentStaff(member), mustEnrol: false }, token: await openSession(deps, member.id, origin) }
}

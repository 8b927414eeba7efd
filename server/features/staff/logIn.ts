import type { StaffMember } from '../../../shared/contract/staffContent'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { passwordMatches } from './password'
import type { StaffCredentials, StaffStore } from './ports'
import { openSession, type Origin } from './session'
import type { LoginThrottle } from './throttleLogin'

export interface StaffDeps {
  staff: StaffStore
  throttle: LoginThrottle
  clock: Clock
}

export interface LoggedIn {
  member: StaffMember
  token: string
}

export const presentStaff = ({ id, login, name, role }: StaffMember): StaffMember => ({ id, login, name, role })

/** Logs in with account and password. Whatever is wrong, the answer and the time it takes are the same. */
export async function logIn(deps: StaffDeps, command: { login: string; password: string } & Origin): Promise<LoggedIn> {
  await deps.throttle.countTry(command.login, command.address)
  const found: StaffCredentials | null = await deps.staff.findByLogin(command.login)
  const matches = await passwordMatches(found?.passwordHash ?? null, command.password)
  if (found === null || !matches) throw new AppError('login_failed')
  await deps.throttle.forget(command.login)
  return { member: presentStaff(found), token: await openSession(deps, found.id, command) }
}

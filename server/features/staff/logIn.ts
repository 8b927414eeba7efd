import type { ResponseFrom } from '../../../shared/contract'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { mustEnrol, presentOwn, type LoggedIn } from './ownStaff'
import { passwordMatches } from './password'
import type { StaffCredentials, StaffStore } from './ports'
import type { TwoStepStore } from './portsTwoStep'
import { beginSecondStep } from './secondStep'
import { openSession, type Origin } from './session'
import type { LoginThrottle } from './throttleLogin'

export interface StaffDeps {
  staff: StaffStore
  twoStep: TwoStepStore
  throttle: LoginThrottle
  clock: Clock
}

type HalfLogin = Extract<ResponseFrom<'POST /api/admin/session'>, { secondStep: unknown }>

/**
 * Logs in with account and password, or half-way where a second step is due. Whatever is wrong, the answer and the time
 * it takes are the same.
 */
export async function logIn(
  deps: StaffDeps,
  command: { login: string; password: string } & Origin,
): Promise<LoggedIn | HalfLogin> {
  await deps.throttle.countTry(command.login, command.address)
  const found: StaffCredentials | null = await deps.staff.findByLogin(command.login)
  const matches = await passwordMatches(found?.passwordHash ?? null, command.password)
  if (found === null || !matches) throw new AppError('login_failed')
  await deps.throttle.forget(command.login)
  const step = await deps.twoStep.of(found.id)
  if (step !== null && step.confirmedAt !== null) return beginSecondStep(deps, found.id)
  const member = presentOwn(found, await mustEnrol(deps.twoStep, found, false))
  return { member, token: await openSession(deps, found.id, command) }
}

import { AppError } from '../../kernel/errors'
import { hashToken } from '../../kernel/ids'
import { hashPassword, passwordMatches } from './password'
import { auditOf, type Actor, type PeopleDeps } from './people'
import type { LoginThrottle } from './throttleLogin'

export interface OwnDeps extends PeopleDeps {
  throttle: LoginThrottle
}

/**
 * Asks for the password of somebody who is logged in, throttled like a login: an open browser must not be a place for
 * guessing.
 * @throws AppError password_wrong, login_throttled
 */
export async function askPassword({ people, throttle }: OwnDeps, { staff, address }: Actor, password: string) {
  const key = `own:${staff.id}`
  await throttle.countTry(key, address)
  if (!(await passwordMatches(await people.passwordHashOf(staff.id), password))) throw new AppError('password_wrong')
  await throttle.forget(key)
}

/** Changes the own password; every other session of the account ends. */
export async function changePassword(
  deps: OwnDeps,
  { current, next, token }: { current: string; next: string; token: string },
  actor: Actor,
) {
  await askPassword(deps, actor, current)
  const audit = auditOf(deps, actor, 'staff.password', actor.staff.id, { by: 'self' })
  await deps.people.setPassword(actor.staff.id, await hashPassword(next), hashToken(token), audit)
  return {}
}

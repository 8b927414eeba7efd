import type { ResponseFrom } from '../../../shared/contract'
import { MINUTE_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { hashToken, newToken } from '../../kernel/ids'
import type { Sealer } from '../../kernel/seal'
import { digitsOf, hashRecoveryCode, stepOf } from './oneTimeCode'
import type { Proof, SecondStep, TwoStepStore } from './portsTwoStep'
import { newSession, type Origin } from './session'
import { mustEnrol, presentOwn, type LoggedIn } from './ownStaff'
import type { LoginThrottle } from './throttleLogin'

/** Between the password and the code. */
const HALF_LOGIN_MS = 5 * MINUTE_MS

export interface SecondStepDeps {
  twoStep: TwoStepStore
  throttle: LoginThrottle
  sealer: Sealer
  clock: Clock
}

/** The password was right: a token for the second step, which opens nothing by itself. */
export async function beginSecondStep(
  { twoStep, clock }: Pick<SecondStepDeps, 'twoStep' | 'clock'>,
  staffId: string,
): Promise<Extract<ResponseFrom<'POST /api/admin/session'>, { secondStep: unknown }>> {
  const token = newToken()
  const expiresAt = clock.now() + HALF_LOGIN_MS
  await twoStep.keepHalfLogin({ tokenHash: hashToken(token), staffId, expiresAt })
  return { secondStep: { token, expiresAt: new Date(expiresAt).toISOString() } }
}

/**
 * What a typed code proves, throttled by account and address like a password. Whether it was used before is found out
 * where it is taken.
 * @throws AppError second_step_wrong, login_throttled
 */
export async function proofOf(
  { throttle, sealer, clock }: SecondStepDeps,
  staffId: string,
  step: SecondStep,
  { code, address }: { code: string; address: string },
): Promise<Proof> {
  await throttle.countTry(throttleKey(staffId), address)
  const digits = digitsOf(code)
  if (digits === null) return { codeHash: hashRecoveryCode(staffId, code) }
  const secret = sealer.open(step.secret, staffId)
  const found = secret === null ? null : await stepOf(secret, digits, clock.now())
  if (found === null) throw new AppError('second_step_wrong')
  return { step: found }
}

export const throttleKey = (staffId: string): string => `second:${staffId}`

/** Ends a login with the code of the app or a recovery code. */
export async function takeSecondStep(
  deps: SecondStepDeps,
  { token, code, ...origin }: { token: string; code: string } & Origin,
): Promise<LoggedIn> {
  const half = await deps.twoStep.findHalfLogin(hashToken(token), deps.clock.now())
  if (half === null) throw new AppError('second_step_expired')
  const { staff, step } = half
  const proof = await proofOf(deps, staff.id, step, { code, address: origin.address })
  const { token: opened, session, replaces } = newSession(staff.id, origin, deps.clock.now())
  const subject = { subjectType: 'staff', subjectId: staff.id } as const
  const audit = {
    ...{ at: session.now, staffId: staff.id, action: 'staff.login', ...subject, address: origin.address },
    detail: { by: 'step' in proof ? 'app' : 'recovery' },
  }
  // of two who hold the same code, one comes in
  if (!(await deps.twoStep.enter(hashToken(token), proof, session, replaces, audit))) {
    throw new AppError('second_step_wrong')
  }
  await deps.throttle.forget(throttleKey(staff.id))
  return { member: presentOwn(staff, await mustEnrol(deps.twoStep, staff, true)), token: opened }
}

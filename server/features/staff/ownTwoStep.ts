import type { TwoStepState } from '../../../shared/contract'
import type { StaffMember } from '../../../shared/contract/staffContent'
import { AppError } from '../../kernel/errors'
import { hashToken } from '../../kernel/ids'
import { addressOf, digitsOf, hashRecoveryCode, newRecoveryCodes, newSecret, stepOf } from './oneTimeCode'
import { askPassword, type OwnDeps } from './ownPassword'
import { auditOf, type Actor } from './people'
import type { Proof } from './portsTwoStep'
import { proofOf, throttleKey, type SecondStepDeps } from './secondStep'

export interface TwoStepDeps extends OwnDeps, SecondStepDeps {
  /** How the app names the account: the house's short name. */
  issuer(): Promise<string>
}

interface Own extends Actor {
  staff: StaffMember
}

export async function showTwoStep({ twoStep }: TwoStepDeps, { staff }: Own): Promise<TwoStepState> {
  const step = await twoStep.of(staff.id)
  const confirmedAt = step?.confirmedAt ?? null
  return {
    since: confirmedAt === null ? null : new Date(confirmedAt).toISOString(),
    recoveryCodesLeft: confirmedAt === null ? 0 : (step?.codesLeft ?? 0),
    required: staff.role === 'administrator' && (await twoStep.administratorsMust()),
  }
}

/** A secret for the app. Nothing is asked for at the login until a first code has confirmed it. */
export async function beginTwoStep(deps: TwoStepDeps, { password }: { password: string }, actor: Own) {
  await askPassword(deps, actor, password)
  const { id, login } = actor.staff
  const secret = await newSecret()
  if (!(await deps.twoStep.begin(id, deps.sealer.seal(secret, id), deps.clock.now()))) throw new AppError('two_step_on')
  return { secret, address: await addressOf(secret, await deps.issuer(), login) }
}

/** Turns the second step on. Whoever is logged in elsewhere came in by one step only, and has to come in again. */
export async function confirmTwoStep(
  deps: TwoStepDeps,
  { code, token }: { code: string; token: string },
  actor: Own,
): Promise<{ recoveryCodes: string[] }> {
  const { id } = actor.staff
  const begun = await deps.twoStep.of(id)
  if (begun === null || begun.confirmedAt !== null) throw new AppError('two_step_not_begun')
  await deps.throttle.countTry(throttleKey(id), actor.address)
  const secret = deps.sealer.open(begun.secret, id)
  const digits = digitsOf(code)
  const step = secret === null || digits === null ? null : await stepOf(secret, digits, deps.clock.now())
  if (step === null) throw new AppError('second_step_wrong')
  const recoveryCodes = newRecoveryCodes()
  const codeHashes = recoveryCodes.map((entry) => hashRecoveryCode(id, entry))
  const on = { secret: begun.secret, step, codeHashes, keepTokenHash: hashToken(token) }
  const done = await deps.twoStep.confirm(id, on, auditOf(deps, actor, 'staff.two_step_on', id))
  if (!done) throw new AppError('two_step_not_begun')
  await deps.throttle.forget(throttleKey(id))
  return { recoveryCodes }
}

type Proven = { password: string; code: string }

/** Asks for password and code, as at the login. */
async function prove(deps: TwoStepDeps, { password, code }: Proven, actor: Own): Promise<Proof> {
  const step = await deps.twoStep.of(actor.staff.id)
  if (step === null || step.confirmedAt === null) throw new AppError('two_step_not_begun')
  await askPassword(deps, actor, password)
  return proofOf(deps, actor.staff.id, step, { code, address: actor.address })
}

export async function renewRecoveryCodes(deps: TwoStepDeps, proven: Proven, actor: Own) {
  const { id } = actor.staff
  const proof = await prove(deps, proven, actor)
  const recoveryCodes = newRecoveryCodes()
  const codeHashes = recoveryCodes.map((entry) => hashRecoveryCode(id, entry))
  const audit = auditOf(deps, actor, 'staff.two_step_codes', id)
  if (!(await deps.twoStep.replaceCodes(id, proof, codeHashes, audit))) throw new AppError('second_step_wrong')
  await deps.throttle.forget(throttleKey(id))
  return { recoveryCodes }
}

export async function turnOffTwoStep(deps: TwoStepDeps, proven: Proven, actor: Own) {
  const { id, role } = actor.staff
  if (role === 'administrator' && (await deps.twoStep.administratorsMust())) throw new AppError('two_step_required')
  const proof = await prove(deps, proven, actor)
  const done = await deps.twoStep.turnOff(id, proof, auditOf(deps, actor, 'staff.two_step_off', id))
  if (!done) throw new AppError('second_step_wrong')
  await deps.throttle.forget(throttleKey(id))
  return {}
}

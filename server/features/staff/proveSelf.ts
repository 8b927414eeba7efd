import { AppError } from '../../kernel/errors'
import { askPassword, type OwnDeps } from './ownPassword'
import type { Actor } from './people'
import { proofOf, throttleKey, type SecondStepDeps } from './secondStep'

/**
 * Asks who is logged in once more, before what an open browser must not be enough for: the password, and with the second
 * step on a code, which is used up by it.
 * @throws AppError password_wrong, second_step_wrong, login_throttled
 */
export async function proveSelf(
  deps: OwnDeps & SecondStepDeps,
  { password, code }: { password: string; code?: string },
  actor: Actor,
): Promise<void> {
  const { id } = actor.staff
  const step = await deps.twoStep.of(id)
  await askPassword(deps, actor, password)
  if (step === null || step.confirmedAt === null) return
  if (code === undefined) throw new AppError('second_step_wrong')
  const proof = await proofOf(deps, id, step, { code, address: actor.address })
  if (!(await deps.twoStep.use(id, proof))) throw new AppError('second_step_wrong')
  await deps.throttle.forget(throttleKey(id))
}

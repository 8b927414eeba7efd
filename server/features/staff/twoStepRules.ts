import type { SignInSettings } from '../../../shared/contract'
import { AppError } from '../../kernel/errors'
import { askPassword } from './ownPassword'
import type { TwoStepDeps } from './ownTwoStep'
import { auditOf, findColleague, type Actor } from './people'

/** For a colleague whose phone is lost: they log in by password alone and set the second step up anew. */
export async function resetColleagueTwoStep(deps: TwoStepDeps, id: string, actor: Actor) {
  // the own one is turned off with password and code: an open browser must not be enough
  if (id === actor.staff.id) throw new AppError('two_step_reset_self')
  await findColleague(deps, id)
  await deps.twoStep.reset(id, auditOf(deps, actor, 'staff.two_step_reset', id))
  return {}
}

export const showSignIn = async ({ twoStep }: TwoStepDeps): Promise<SignInSettings> => ({
  administratorsTwoStep: await twoStep.administratorsMust(),
})

/** Whoever asks it of all administrators has it already: nobody locks themselves out half-way. */
export async function changeSignIn(
  deps: TwoStepDeps,
  { administratorsTwoStep, password }: SignInSettings & { password: string },
  actor: Actor,
): Promise<SignInSettings> {
  await askPassword(deps, actor, password)
  const own = await deps.twoStep.of(actor.staff.id)
  if (administratorsTwoStep && (own?.confirmedAt ?? null) === null) throw new AppError('two_step_self_first')
  const detail = { administratorsTwoStep }
  const audit = { ...auditOf(deps, actor, 'setting.change', 'sign_in', detail), subjectType: 'setting' as const }
  await deps.twoStep.setAdministratorsMust(administratorsTwoStep, audit)
  return { administratorsTwoStep }
}

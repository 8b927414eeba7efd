import { routes } from '../../http/route'
import { beginTwoStep, confirmTwoStep, renewRecoveryCodes, showTwoStep, turnOffTwoStep } from './ownTwoStep'
import type { TwoStepDeps } from './ownTwoStep'
import { keepSession } from './routes'
import { takeSecondStep } from './secondStep'
import { changeSignIn, resetColleagueTwoStep, showSignIn } from './twoStepRules'

export const twoStepRoutes = (deps: TwoStepDeps) =>
  routes({
    'POST /api/admin/session/second-step': async ({ body }, { address, browser, staffCookie }) =>
      keepSession(
        staffCookie,
        await takeSecondStep(deps, { ...body, address, browser, previousToken: staffCookie.read() }),
      ),
    'GET /api/admin/me/two-step': (_request, context) => showTwoStep(deps, context),
    'POST /api/admin/me/two-step': ({ body }, context) => beginTwoStep(deps, body, context),
    'POST /api/admin/me/two-step/confirm': ({ body }, context) =>
      confirmTwoStep(deps, { ...body, token: context.staffCookie.read() ?? '' }, context),
    'POST /api/admin/me/two-step/recovery-codes': ({ body }, context) => renewRecoveryCodes(deps, body, context),
    'POST /api/admin/me/two-step/off': ({ body }, context) => turnOffTwoStep(deps, body, context),
    'POST /api/admin/staff/{id}/two-step/reset': ({ params }, context) =>
      resetColleagueTwoStep(deps, params.id, context),
    'GET /api/admin/settings/sign-in': () => showSignIn(deps),
    'PUT /api/admin/settings/sign-in': ({ body }, context) => changeSignIn(deps, body, context),
  })

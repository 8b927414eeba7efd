import { routes } from '../../http/route'
import { bindMember, lookAtCode } from './bind'
import { makeBindingCode, showBinding, unbind, type OwnBindingDeps } from './ownBinding'

/** A colleague's own WeChat: the code on their account page, and what the mini-program does with it. */
export const bindingRoutes = (deps: OwnBindingDeps) =>
  routes({
    'GET /api/admin/me/binding': (_request, context) => showBinding(deps, context),
    'POST /api/admin/me/binding/code': (_request, context) => makeBindingCode(deps, context),
    'DELETE /api/admin/me/binding': (_request, context) => unbind(deps, context),
    'POST /api/bindings/look': ({ body }, { memberId }) => lookAtCode(deps, { ...body, memberId }),
    'POST /api/bindings': ({ body }, { memberId, address }) => bindMember(deps, { ...body, memberId }, address),
  })

import { routes } from '../../http/route'
import { invite, offerReset, showLink, takeLink, withdrawInvitation } from './links'
import { changePassword, type OwnDeps } from './ownPassword'
import { changeRole, listPeople, setDisabled } from './people'
import {
  endColleagueSessions,
  endOtherSessions,
  endOwnSession,
  listColleagueSessions,
  listSessions,
  type SessionDeps,
} from './sessions'

export type PeopleRouteDeps = OwnDeps & SessionDeps

export const peopleRoutes = (deps: PeopleRouteDeps) =>
  routes({
    'GET /api/admin/staff': () => listPeople(deps),
    'POST /api/admin/staff/invitations': ({ body }, context) => invite(deps, body, context),
    'DELETE /api/admin/staff/invitations/{id}': ({ params }, context) => withdrawInvitation(deps, params.id, context),
    'PUT /api/admin/staff/{id}/role': ({ params, body }, context) => changeRole(deps, params.id, body.role, context),
    'POST /api/admin/staff/{id}/disable': ({ params }, context) => setDisabled(deps, params.id, true, context),
    'POST /api/admin/staff/{id}/enable': ({ params }, context) => setDisabled(deps, params.id, false, context),
    'POST /api/admin/staff/{id}/reset': ({ params }, context) => offerReset(deps, params.id, context),
    'GET /api/admin/staff/{id}/sessions': ({ params }, { staffCookie }) =>
      listColleagueSessions(deps, params.id, staffCookie.read()),
    'DELETE /api/admin/staff/{id}/sessions': ({ params }, context) => endColleagueSessions(deps, params.id, context),
    'POST /api/admin/staff-links/show': ({ body }) => showLink(deps, body),
    'POST /api/admin/staff-links/use': ({ body }, { address }) => takeLink(deps, { ...body, address }),
    'PUT /api/admin/me/password': ({ body }, context) =>
      changePassword(deps, { ...body, token: context.staffCookie.read() ?? '' }, context),
    'GET /api/admin/me/sessions': (_request, { staff, staffCookie }) =>
      listSessions(deps, staff.id, staffCookie.read()),
    'DELETE /api/admin/me/sessions': (_request, context) =>
      endOtherSessions(deps, context.staffCookie.read() ?? '', context),
    'DELETE /api/admin/me/sessions/{id}': ({ params }, context) => endOwnSession(deps, params.id, context),
  })

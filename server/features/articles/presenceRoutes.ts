import { routes } from '../../http/route'
import { renewPresence, type PresenceDeps } from './presence'

/** Who else is at an article. It only tells: what keeps a save from overwriting another is the version. */
export const presenceRoutes = (deps: PresenceDeps) =>
  routes({
    'PUT /api/admin/articles/{id}/presence': ({ params }, { staff }) => renewPresence(deps, params.id, staff.id),
    'DELETE /api/admin/articles/{id}/presence': async ({ params }, { staff }) => {
      await deps.presence.leave(params.id, staff.id)
      return {}
    },
  })

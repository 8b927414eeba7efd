import { routes } from '../../http/route'
import { arrangePinned, showPinned, type PinnedDeps } from './pinnedOrder'

export const pinnedRoutes = (deps: PinnedDeps) =>
  routes({
    'GET /api/admin/pinned': () => showPinned(deps),
    'PUT /api/admin/pinned/{channel}': ({ params, body }, context) =>
      arrangePinned(deps, { ...params, ...body }, context),
  })

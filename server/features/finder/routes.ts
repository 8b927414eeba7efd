import { routes } from '../../http/route'
import { find, type FinderDeps } from './find'

export const finderRoutes = (deps: FinderDeps) =>
  routes({
    'GET /api/admin/finder': ({ query }, { staff }) => find(deps, query.q, staff.role),
  })

import { routes } from '../../http/route'
import { showMonth, type PlannerDeps } from './showMonth'

export const plannerRoutes = (deps: PlannerDeps) =>
  routes({ 'GET /api/admin/calendar': ({ query }) => showMonth(deps, query.month) })

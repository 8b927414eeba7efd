import type { Middleware } from 'koa'
import { endpoints } from '../../../shared/contract'
import { overviewQuery } from '../../../shared/contract/staffOverview'
import { identify, type AccessOptions } from '../../http/access'
import { routes } from '../../http/route'
import { formatOf, sendTable } from '../../http/tableFile'
import { invalidFields } from '../../kernel/errors'
import { exportOverview } from './exportOverview'
import { showOverview, type OverviewDeps } from './showOverview'

export const overviewRoutes = (deps: OverviewDeps) =>
  routes({ 'GET /api/admin/overview': ({ query }) => showOverview(deps, Number(query.days)) })

const PATH = '/api/admin/overview/export'

/** `GET /api/admin/overview/export?days=30`: the same numbers day by day, as CSV or with `format=xlsx` as a workbook. */
export function overviewExport(deps: OverviewDeps & { access: AccessOptions }): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== PATH || ctx.method !== 'GET') return next()
    await identify(ctx, endpoints['GET /api/admin/overview'], deps.access)
    const { format, query: asked } = formatOf({ ...ctx.query })
    const query = overviewQuery.safeParse(asked)
    if (!query.success) throw invalidFields({ days: { code: 'invalid' } })
    const numbers = await showOverview(deps, Number(query.data.days))
    const { head, rows } = exportOverview(numbers)
    const name = `概览-${numbers.days[0] ?? ''}-${numbers.days.at(-1) ?? ''}`
    await sendTable(ctx, format, { name, ascii: 'overview', head, pages: [rows] })
  }
}

import type { Middleware } from 'koa'
import { endpoints } from '../../../shared/contract'
import { overviewExportQuery } from '../../../shared/contract/staffOverview'
import { identify, type AccessOptions } from '../../http/access'
import { routes } from '../../http/route'
import { formatOf, sendTable } from '../../http/tableFile'
import { invalidFields } from '../../kernel/errors'
import { exportOverview } from './exportOverview'
import { showOverview, type OverviewDeps } from './showOverview'

export const overviewRoutes = (deps: OverviewDeps) =>
  routes({ 'GET /api/admin/overview': ({ query }) => showOverview(deps, Number(query.days)) })

const PATH = '/api/admin/overview/export'

/**
 * `GET /api/admin/overview/export?days=30&table=days`: numbers day by day, or what else `OVERVIEW_TABLES` names, as CSV
 * or with `format=xlsx` as a workbook.
 */
export function overviewExport(deps: OverviewDeps & { access: AccessOptions }): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== PATH || ctx.method !== 'GET') return next()
    await identify(ctx, endpoints['GET /api/admin/overview'], deps.access)
    const { format, query: asked } = formatOf({ ...ctx.query })
    const query = overviewExportQuery.safeParse(asked)
    if (!query.success) {
      const fields = query.error.issues.map(({ path }) => [path.join('.') || 'query', { code: 'invalid' as const }])
      throw invalidFields(Object.fromEntries(fields))
    }
    const { name, head, rows } = await exportOverview(deps, query.data.table, Number(query.data.days))
    await sendTable(ctx, format, { name, ascii: 'overview', head, pages: [rows] })
  }
}

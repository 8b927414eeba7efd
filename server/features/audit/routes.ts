import { routes } from '../../http/route'
import { checkChain } from './checkChain'
import { listAudit } from './listAudit'
import type { AuditLog } from './ports'

export const auditRoutes = (log: AuditLog) =>
  routes({
    'GET /api/admin/audit': ({ query }) => listAudit(log, query),
    'GET /api/admin/audit/check': () => checkChain(log),
  })

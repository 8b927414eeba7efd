import type { Middleware } from 'koa'
import { endpoints } from '../../../shared/contract'
import { formatClock, formatIsoDate } from '../../../shared/domain/time'
import { AUDIT_ACTIONS, auditWords } from '../../../shared/phrases'
import { identify, type AccessOptions } from '../../http/access'
import { checkRequest, queryOf } from '../../http/guard'
import { formatOf, sendTable } from '../../http/tableFile'
import type { Cell } from '../../kernel/csv'
import { filterOf, type AuditQuery } from './listAudit'
import type { AuditFilter, AuditLog, StoredAudit } from './ports'

const PATH = '/api/admin/audit/export'
const PAGE = 500
const HEAD = ['序号', '时间', '人员', '操作', '对象类型', '对象编号', '对象', '来源地址', '详情', '操作代码']

/** `2026-11-23 14:30:05`, in Shanghai. */
const timeCell = (instant: number): string =>
  `${formatIsoDate(instant)} ${formatClock(instant)}:${String(new Date(instant).getUTCSeconds()).padStart(2, '0')}`

const rowOf = (row: StoredAudit): Cell[] => [
  row.number,
  timeCell(row.at),
  row.staffId === null ? '系统' : (row.staffName ?? row.staffId),
  auditWords(AUDIT_ACTIONS, row.action).zh,
  row.subjectType,
  row.subjectId,
  row.subjectName,
  row.address,
  row.detail,
  row.action,
]

async function* rows(log: AuditLog, filter: AuditFilter): AsyncGenerator<Cell[][]> {
  let last: StoredAudit | undefined
  do {
    const page: StoredAudit[] = await log.list(filter, last ?? null, PAGE)
    yield page.map(rowOf)
    last = page.length < PAGE ? undefined : page.at(-1)
  } while (last !== undefined)
}

/** `GET /api/admin/audit/export`: the log by the list's filter, as CSV or with `format=xlsx` as a workbook. */
export function auditExport({ log, access }: { log: AuditLog; access: AccessOptions }): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== PATH || ctx.method !== 'GET') return next()
    const endpoint = endpoints['GET /api/admin/audit']
    await identify(ctx, endpoint, access)
    const { format, query: asked } = formatOf(queryOf(ctx))
    const { query } = checkRequest(endpoint, { params: {}, query: asked, body: undefined })
    await sendTable(ctx, format, {
      name: `操作日志-${formatIsoDate(access.clock.now())}`,
      ascii: 'audit',
      head: HEAD,
      pages: rows(log, filterOf(query as AuditQuery)),
    })
  }
}

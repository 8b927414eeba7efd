import { Readable } from 'node:stream'
import type { Middleware } from 'koa'
import { endpoints } from '../../../shared/contract'
import { formatClock, formatIsoDate } from '../../../shared/domain/time'
import { AUDIT_ACTIONS, auditWords } from '../../../shared/phrases'
import { identify, type AccessOptions } from '../../http/access'
import { checkRequest, queryOf } from '../../http/guard'
import { BYTE_ORDER_MARK, csvLine } from '../../kernel/csv'
import { filterOf, type AuditQuery } from './listAudit'
import type { AuditFilter, AuditLog, StoredAudit } from './ports'

const PATH = '/api/admin/audit/export'
const PAGE = 500
const HEAD = ['序号', '时间', '人员', '操作', '对象类型', '对象编号', '对象', '来源地址', '详情', '操作代码']

/** `2026-11-23 14:30:05`, in Shanghai. */
const timeCell = (instant: number): string =>
  `${formatIsoDate(instant)} ${formatClock(instant)}:${String(new Date(instant).getUTCSeconds()).padStart(2, '0')}`

const lineOf = (row: StoredAudit): string =>
  csvLine([
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
  ])

async function* lines(log: AuditLog, filter: AuditFilter): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(HEAD)
  let last: StoredAudit | undefined
  do {
    const page: StoredAudit[] = await log.list(filter, last ?? null, PAGE)
    if (page.length > 0) yield page.map(lineOf).join('')
    last = page.length < PAGE ? undefined : page.at(-1)
  } while (last !== undefined)
}

/** `GET /api/admin/audit/export`: the log by the list's filter, as a CSV file that Excel opens as it is. */
export function auditExport({ log, access }: { log: AuditLog; access: AccessOptions }): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== PATH || ctx.method !== 'GET') return next()
    const endpoint = endpoints['GET /api/admin/audit']
    await identify(ctx, endpoint, access)
    const { query } = checkRequest(endpoint, { params: {}, query: queryOf(ctx), body: undefined })
    const name = `操作日志-${formatIsoDate(access.clock.now())}.csv`
    ctx.type = 'text/csv; charset=utf-8'
    ctx.set('Content-Disposition', `attachment; filename="audit.csv"; filename*=UTF-8''${encodeURIComponent(name)}`)
    ctx.set('Cache-Control', 'no-store')
    ctx.body = Readable.from(lines(log, filterOf(query as AuditQuery)), { objectMode: false })
  }
}

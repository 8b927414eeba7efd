import type { Middleware } from 'koa'
import { endpoints } from '../../../shared/contract'
import { NOTICE_KINDS } from '../../../shared/phrases/statuses'
import { formatIsoDate } from '../../../shared/domain/time'
import { identify, type AccessOptions } from '../../http/access'
import { formatOf, sendTable } from '../../http/tableFile'
import { DELIVERIES_HEAD, exportDeliveries } from './exportDeliveries'
import type { DeliveryStore } from './portsDeliveries'
import { findNotice, type NoticeDeps } from './showNotices'

const PATH = /^\/api\/admin\/notices\/([0-9a-z]{26})\/export$/

export interface ExportDeps extends NoticeDeps {
  access: AccessOptions
  deliveries: DeliveryStore
}

/** `GET /api/admin/notices/{id}/export`: the deliveries of a notice as CSV or with `format=xlsx` as a workbook. */
export function noticeExport(deps: ExportDeps): Middleware {
  return async (ctx, next) => {
    const id = PATH.exec(ctx.path)?.[1]
    if (id === undefined || ctx.method !== 'GET') return next()
    await identify(ctx, endpoints['GET /api/admin/notices/{id}/deliveries'], deps.access)
    const notice = await findNotice(deps, id)
    const { format } = formatOf({ ...ctx.query })
    await sendTable(ctx, format, {
      name: `${NOTICE_KINDS[notice.kind].zh}-${formatIsoDate(notice.createdAt)}-${id.slice(-6)}`,
      ascii: 'notice',
      head: DELIVERIES_HEAD,
      pages: exportDeliveries(deps.deliveries, id),
    })
  }
}

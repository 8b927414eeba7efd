import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Middleware } from 'koa'
import { endpoints } from '../../../shared/contract'
import { identify, type AccessOptions } from '../../http/access'
import { routes } from '../../http/route'
import {
  askForRestore,
  giveTicket,
  makeNow,
  openTicket,
  removeBackup,
  showBackups,
  showHealth,
  verifyNow,
  type DeskDeps,
} from './desk'

const DOWNLOAD = '/api/admin/backups/download'

export const backupRoutes = (deps: DeskDeps) =>
  routes({
    'GET /api/admin/backups': () => showBackups(deps),
    'GET /api/admin/backup-health': () => showHealth(deps),
    'POST /api/admin/backups': (_request, context) => makeNow(deps, context),
    'POST /api/admin/backups/{file}/verify': ({ params }, context) => verifyNow(deps, params.file, context),
    'POST /api/admin/backups/{file}/download': ({ params, body }, context) =>
      giveTicket(deps, { ...params, ...body }, context),
    'POST /api/admin/backups/{file}/remove': ({ params, body }, context) =>
      removeBackup(deps, { ...params, ...body }, context),
    'POST /api/admin/backups/{file}/restore': ({ params, body }, context) =>
      askForRestore(deps, { ...params, ...body }, context),
  })

/** `GET /api/admin/backups/download?ticket=…`: the file, to the administrator who was given the ticket. */
export function backupDownload(deps: DeskDeps, access: AccessOptions): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== DOWNLOAD || ctx.method !== 'GET') return next()
    const { staff } = await identify(ctx, endpoints['GET /api/admin/backups'], access)
    const { ticket } = ctx.query
    const found = staff === undefined || typeof ticket !== 'string' ? null : await openTicket(deps, ticket, staff.id)
    if (found === null) return next()
    ctx.set({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${found.file}"`,
      'Cache-Control': 'no-store',
    })
    ctx.length = (await stat(found.path)).size
    ctx.body = createReadStream(found.path)
  }
}

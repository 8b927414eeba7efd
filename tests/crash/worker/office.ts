/** The desk of a run: the product's own CSV export, behind its own access check, served over HTTP. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { noticeExport } from '../../../server/features/notices/exportRoutes'
import { answerErrors } from '../../../server/http/errors'
import { silentLogger } from '../../../server/kernel/logger'
import { openDatabase } from '../../../server/store/open'
import { createDeliveryStore } from '../../../server/store/repositories/deliveries'
import { createMemberSessions } from '../../../server/store/repositories/memberSessions'
import { createNoticeRules } from '../../../server/store/repositories/noticeRules'
import { createNoticeStore } from '../../../server/store/repositories/notices'
import { createStaffSessions } from '../../../server/store/repositories/staffSessions'
import { plantExportBug } from './bugs'
import type { OfficeSetup } from './orders'

async function main(): Promise<void> {
  const { databaseUrl, bug } = JSON.parse(process.env['CRASH_OFFICE'] ?? '{}') as OfficeSetup
  const database = await openDatabase(databaseUrl)
  const clock = { now: () => Date.now() }
  const app = new Koa()
  app.use(answerErrors(silentLogger))
  app.use(
    noticeExport({
      access: {
        clock,
        secureCookies: false,
        staffSessions: createStaffSessions(database),
        memberSessions: createMemberSessions(database),
      },
      store: createNoticeStore(database),
      deliveries: plantExportBug(createDeliveryStore(database), bug),
      rules: createNoticeRules(database),
      templates: [],
      clock,
    }),
  )
  const answer = app.callback()
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
  // whoever started this has gone, or has read what it wanted
  process.once('disconnect', () => process.exit(0))
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})

/**
 * One worker of a crash run: the product's ledger, adapter and engine, composed as `server/main/worker` does, with
 * traces around the ports. Told what to do by `CRASH_WORKER` and by messages of the run.
 */
import { createEngine, createInProcessWakeup, DEFAULT_SETTINGS } from '../../../server/delivery'
import { silentLogger } from '../../../server/kernel/logger'
import { createLedger } from '../../../server/store/ledger'
import { sqlFor } from '../../../server/store/ledger/sql'
import { openDatabase } from '../../../server/store/open'
import { createPreparationPosition } from '../../../server/store/repositories/preparationPosition'
import { createTokenStore } from '../../../server/store/repositories/wechatTokens'
import { createRedisWakeup, handOutChunks } from '../../../server/wakeup'
import { createWechat } from '../../../server/wechat'
import { SANDBOX_APPID, SANDBOX_SECRET } from '../../../server/wechat/sandbox'
import { plantLedgerBug, plantMessengerBug } from './bugs'
import { Moments } from './moments'
import type { Order, WorkerSetup } from './orders'
import { traceFirstBytes, tracedDatabase, tracedLedger, tracedMessenger, tracedTokens } from './tracedPorts'

async function main(): Promise<void> {
  const setup = JSON.parse(process.env['CRASH_WORKER'] ?? '{}') as WorkerSetup
  const moments = new Moments(setup.traceFile)
  let { clockOffsetMs } = setup
  const clock = { now: () => Date.now() + clockOffsetMs }
  const database = await openDatabase(setup.databaseUrl)
  if (setup.databaseClockSteps) {
    const sql = sqlFor(database.isMysql)
    sql.now = `(${sql.now} + (SELECT ahead_ms FROM crash_clock))`
  }
  const traced = tracedDatabase(database, moments)
  traceFirstBytes(moments)
  const wechat = createWechat({
    baseUrl: setup.wechatUrl,
    appid: SANDBOX_APPID,
    secret: SANDBOX_SECRET,
    tokenStore: tracedTokens(createTokenStore(database), moments),
    clock,
    logger: silentLogger,
    connections: setup.settings.connections ?? 16,
    timeoutMs: setup.timeoutMs,
  })
  const { redisUrl } = setup
  const wakeup =
    redisUrl === null ? createInProcessWakeup(clock) : createRedisWakeup({ url: redisUrl, clock, logger: silentLogger })
  const plain = createLedger(traced)
  const chunks =
    redisUrl === null
      ? null
      : handOutChunks({
          url: redisUrl,
          ledger: tracedLedger(plain, moments),
          positionOf: createPreparationPosition(database),
          wakeup,
          clock,
          logger: silentLogger,
          size: setup.settings.chunk ?? DEFAULT_SETTINGS.chunk,
        })
  const planted = { bug: setup.bug, database, clock, moments }
  const engine = createEngine({
    ledger: chunks?.ledger ?? tracedLedger(plantLedgerBug(plain, planted), moments),
    messenger: plantMessengerBug(tracedMessenger(wechat.messenger, moments), setup.bug),
    clock,
    wakeup,
    logger: silentLogger,
    settings: setup.settings,
  })

  async function spare(pages: number | null): Promise<void> {
    const [{ page_count: used }] = (await database.migrations.query('PRAGMA page_count')) as [{ page_count: number }]
    await database.migrations.query(`PRAGMA max_page_count = ${pages === null ? 1_073_741_823 : used + pages}`)
  }
  const obey = (order: Order): void => {
    if (order.kind === 'die_at') moments.arm(order.moment, order.nth)
    else if (order.kind === 'disarm') moments.disarm()
    else if (order.kind === 'clock') clockOffsetMs = order.offsetMs
    else void spare(order.sparePages)
  }
  process.on('message', obey)
  if (setup.first !== null) obey(setup.first)
  // whoever started this has gone
  process.once('disconnect', () => process.exit(1))
  process.once('SIGTERM', () => {
    void Promise.all([chunks?.close(), engine.stop()]).then(async () => {
      await wakeup.close()
      await wechat.close()
      await database.close()
      process.exit(0)
    })
  })
  engine.start()
  process.send?.({ kind: 'ready' })
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})

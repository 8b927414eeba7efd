import { connectionsFor, createEngine, createInProcessWakeup, type Wakeup } from '../../../server/delivery'
import { systemClock } from '../../../server/kernel/clock'
import { silentLogger } from '../../../server/kernel/logger'
import type { Database } from '../../../server/store/database'
import { createLedger } from '../../../server/store/ledger'
import { createTokenStore } from '../../../server/store/repositories/wechatTokens'
import { createWechat } from '../../../server/wechat'

/** `SEND_CONCURRENCY` that gives the engine as many connections as the bare Pool has. */
const CONCURRENCY = 1_024

/** The sender as the product makes it. */
export function createSender(database: Database, url: string, wakeup: Wakeup = createInProcessWakeup(systemClock)) {
  const wechat = createWechat({
    baseUrl: url,
    appid: 'bench',
    secret: 'bench',
    tokenStore: createTokenStore(database),
    clock: systemClock,
    logger: silentLogger,
    connections: connectionsFor(CONCURRENCY),
  })
  const ledger = createLedger(database)
  const engine = createEngine({
    ledger,
    messenger: wechat.messenger,
    clock: systemClock,
    wakeup,
    logger: silentLogger,
    settings: { concurrency: CONCURRENCY, connections: connectionsFor(CONCURRENCY) },
  })
  return {
    wakeup,
    engine,
    async stop() {
      await engine.stop()
      await wakeup.close()
      await wechat.close()
    },
  }
}

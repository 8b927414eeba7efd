import { systemClock } from '../kernel/clock'
import { createLogger } from '../kernel/logger'
import { steadyMemory } from '../kernel/steadyMemory'
import { composeDelivery } from './composeDelivery'
import { composeWakeup } from './composeWakeup'
import { composeWechat } from './composeWechat'
import { ownUrl } from './ownUrl'
import { readSettings } from './settings'
import { stopOnSignal } from './signals'
import { failStart } from './startError'
import { bringUpToDate, openStore } from './store'
import { noticeTemplates } from './templates'

/** Sends notices and serves nobody. Any number of these may work on one MySQL database beside the web servers. */
async function main(): Promise<void> {
  steadyMemory()
  const settings = readSettings(process.env)
  const { environment, association } = settings
  const logger = createLogger(environment.LOG_LEVEL)
  const clock = systemClock
  const database = await openStore(settings.databaseUrl)
  await bringUpToDate(database, process.argv.includes('--migrate') && settings)
  const shared = { settings, database, clock, logger }
  const templates = noticeTemplates(association, settings)
  const wakeup = await composeWakeup(shared)
  const own = ownUrl(environment.HOST, environment.PORT)
  const wechat = composeWechat({ ...shared, templates, ownUrl: own }, { withSandbox: false })
  const { engine } = await composeDelivery({ ...shared, messenger: wechat.messenger, wakeup }, { isWorker: true })

  stopOnSignal(async () => {
    await engine.stop()
    await wakeup.close()
    await wechat.close()
    await database.close()
  }, logger)
  engine.start()
  process.stdout.write('READY worker\n')
}

main().catch(failStart)

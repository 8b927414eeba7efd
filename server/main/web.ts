import { systemClock } from '../kernel/clock'
import { createLogger } from '../kernel/logger'
import { steadyMemory } from '../kernel/steadyMemory'
import { readSettings } from './settings'
import { stopOnSignal } from './signals'
import { failStart } from './startError'
import { startWeb } from './startWeb'
import { welcome } from './welcome'

async function main(): Promise<void> {
  steadyMemory()
  const settings = readSettings(process.env)
  const logger = createLogger(settings.environment.LOG_LEVEL)
  const migrate = process.argv.includes('--migrate')
  // Sample content belongs to a trial, not to a house with its own AppID.
  const web = await startWeb({ settings, clock: systemClock, logger, migrate, seed: settings.sandbox })
  stopOnSignal(web.stop, logger)
  process.stdout.write(welcome(settings, web))
}

main().catch(failStart)

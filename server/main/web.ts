import { systemClock } from '../kernel/clock'
import { createLogger } from '../kernel/logger'
import { steadyMemory } from '../kernel/steadyMemory'
import { carryOutRestore, START_AGAIN } from './carryOutRestore'
import { readSettings } from './settings'
import { endWith, stopOnSignal } from './signals'
import { failStart } from './startError'
import { startWeb } from './startWeb'
import { welcome } from './welcome'

async function main(): Promise<void> {
  steadyMemory()
  const settings = readSettings(process.env)
  const logger = createLogger(settings.environment.LOG_LEVEL)
  const migrate = process.argv.includes('--migrate')
  await carryOutRestore(settings)
  let stop: () => Promise<void> = () => Promise.resolve()
  // The answer to who asked for it still goes out.
  const restart = () => void setTimeout(() => endWith(START_AGAIN, stop, logger), 500)
  // Sample content belongs to a trial, not to a house with its own AppID.
  const web = await startWeb({ settings, clock: systemClock, logger, migrate, seed: settings.sandbox, restart })
  stop = web.stop
  stopOnSignal(web.stop, logger)
  process.stdout.write(welcome(settings, web))
}

main().catch(failStart)

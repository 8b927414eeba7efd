import { diskFull } from './disk'
import type { FaultOptions, FaultResult } from './fault'
import { outages, tokenHolderKilled, tokenRevoked } from './line'
import { clockStep, databaseClockStep, sigstop, sigterm } from './machine'
import { mariadbRestart } from './mariadb'
import { publishClicks } from './publishing'
import { redisFlush } from './redis'
import { unsubscribeMidSend } from './people'

/** Named runs, each of one fault: `npm run test:crash -- --fault NAME`. */
export const FAULTS: Record<string, (options: FaultOptions) => Promise<FaultResult>> = {
  'mariadb-restart': mariadbRestart,
  'redis-flush': redisFlush,
  'token-revoked-100': tokenRevoked,
  'token-holder-killed': tokenHolderKilled,
  outages,
  sigstop,
  'clock-step': clockStep,
  'database-clock-step': databaseClockStep,
  'disk-full': diskFull,
  'publish-clicks-200': publishClicks,
  'unsubscribe-mid-send': unsubscribeMidSend,
  sigterm,
}

export const faultNames = Object.keys(FAULTS)
export type { FaultOptions, FaultResult }

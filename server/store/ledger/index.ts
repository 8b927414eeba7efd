import type { Ledger } from '../../delivery/ports'
import type { Database } from '../database'
import { claimsOn } from './claims'
import { confirmationOn } from './confirmation'
import { fleetOn } from './fleet'
import { noticesOn } from './notices'
import { preparationOn } from './preparation'
import { settlementOn } from './settlement'
import { sqlFor } from './sql'
import { readOn, transactOn } from './transaction'
import { workersOn } from './workers'

/**
 * The engine's ledger on SQLite, MySQL or MariaDB. `account` names the WeChat account whose limits all processes on
 * this database share.
 */
export function createLedger(database: Database, account = 'wechat'): Ledger {
  const transact = transactOn(database)
  const read = readOn(database)
  return {
    ...workersOn(transact, read, sqlFor(database.isMysql)),
    ...preparationOn(transact, read),
    ...claimsOn(transact, account),
    ...fleetOn(transact, account),
    ...settlementOn(transact),
    ...noticesOn(transact, read, account),
    ...confirmationOn(transact),
  }
}

export { WorkerBuried } from './workers'

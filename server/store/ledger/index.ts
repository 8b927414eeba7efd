import type { Ledger } from '../../delivery/ports'
import type { Database } from '../database'
import { claimsOn } from './claims'
import { confirmationOn } from './confirmation'
import { noticesOn } from './notices'
import { preparationOn } from './preparation'
import { settlementOn } from './settlement'
import { sqlFor } from './sql'
import { readOn, transactOn } from './transaction'
import { workersOn } from './workers'

/** The engine's ledger on SQLite, MySQL or MariaDB. */
export function createLedger(database: Database): Ledger {
  const transact = transactOn(database)
  const read = readOn(database)
  return {
    ...workersOn(transact, read, sqlFor(database.isMysql)),
    ...preparationOn(transact, read),
    ...claimsOn(transact),
    ...settlementOn(transact),
    ...noticesOn(transact, read),
    ...confirmationOn(transact),
  }
}

export { WorkerBuried } from './workers'

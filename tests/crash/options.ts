import { parseArgs } from 'node:util'
import type { DatabaseKind } from '../support/databases'
import { BUGS, type Bug } from './worker/orders'

export interface RunOptions {
  kills: number
  recipients: number
  seed: number
  db: DatabaseKind
  workers: number
  bug: Bug | null
}

export class BadOption extends Error {
  override readonly name = 'BadOption'
}

function whole(name: string, value: string, least: number): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < least) throw new BadOption(`--${name}: a whole number from ${least}`)
  return number
}

/** What `npm run test:crash -- …` was asked for. @throws BadOption */
export function readOptions(args: string[], faults: readonly string[]) {
  let values
  try {
    values = parseArgs({
      args,
      options: {
        kills: { type: 'string', default: '50' },
        recipients: { type: 'string', default: '2000' },
        seed: { type: 'string', default: '1' },
        db: { type: 'string', default: 'sqlite' },
        workers: { type: 'string', default: '2' },
        bug: { type: 'string' },
        fault: { type: 'string' },
        list: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new BadOption((error as Error).message)
  }
  const { db, bug = null, fault = null } = values
  if (db !== 'sqlite' && db !== 'mariadb') throw new BadOption('--db: sqlite or mariadb')
  if (bug !== null && !(BUGS as readonly string[]).includes(bug)) throw new BadOption(`--bug: ${BUGS.join(', ')}`)
  if (fault !== null && !faults.includes(fault)) throw new BadOption(`--fault: ${faults.join(', ')}`)
  const options: RunOptions = {
    kills: whole('kills', values.kills, 0),
    recipients: whole('recipients', values.recipients, 1),
    seed: whole('seed', values.seed, 0),
    workers: whole('workers', values.workers, 1),
    db,
    bug: bug as Bug | null,
  }
  return { options, fault, list: values.list }
}

import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Wakeup } from '../../../server/delivery'
import type { Database } from '../../../server/store/database'
import { createLedger } from '../../../server/store/ledger'
import { addNotice } from '../../support/ledgerRows'
import { createSender } from './house'

const LOOK_EVERY_MS = 10
const SETTLE_IN_MS = 1_000

/** How many deliveries of a notice are in a state. */
export async function countOf(database: Database, noticeId: string, state: string): Promise<number> {
  const query = 'SELECT COUNT(*) AS many FROM delivery WHERE notice_id = ? AND state = ?'
  const [row] = (await database.read.query(query, [noticeId, state])) as { many: string | number }[]
  return Number(row?.many)
}

export async function untilStatus(database: Database, noticeId: string, status: string): Promise<void> {
  const query = 'SELECT 1 FROM notice WHERE id = ? AND status = ?'
  while (((await database.read.query(query, [noticeId, status])) as unknown[]).length === 0) await wait(LOOK_EVERY_MS)
}

const setStatus = (database: Database, noticeId: string, status: string) =>
  database.write((manager) => manager.query('UPDATE notice SET status = ? WHERE id = ?', [status, noticeId]))

/** A notice to everybody whose rows are prepared, paused before its first send. */
export async function preparedNotice(database: Database): Promise<string> {
  const ledger = createLedger(database)
  const noticeId = await addNotice(database)
  while (!(await ledger.prepareChunk(noticeId, 500, Date.now())).done);
  await setStatus(database, noticeId, 'paused')
  return noticeId
}

/** Seconds from the moment at which senders that are up and idle are told until the notice is recorded as finished. */
export async function secondsToSend(database: Database, noticeId: string, wakeup: Wakeup): Promise<number> {
  const start = performance.now()
  await setStatus(database, noticeId, 'running')
  wakeup.notify()
  await untilStatus(database, noticeId, 'finished')
  return (performance.now() - start) / 1_000
}

/** Sends a second of the whole engine. */
export async function engineRate(database: Database, url: string, sends: number): Promise<number> {
  const noticeId = await preparedNotice(database)
  const { engine, wakeup, stop } = createSender(database, url)
  engine.start()
  // Up and idle, as a server is when staff publish.
  await wait(SETTLE_IN_MS)
  const seconds = await secondsToSend(database, noticeId, wakeup)
  await stop()
  const sent = await countOf(database, noticeId, 'sent')
  if (sent !== sends) throw new Error(`${sent} of ${sends} were sent`)
  return sends / seconds
}

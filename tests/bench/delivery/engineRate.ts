import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../../server/store/database'
import { addNotice } from '../../support/ledgerRows'
import { createSender } from './house'

const LOOK_EVERY_MS = 10

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

/** A running notice to everybody, its rows prepared. */
export async function preparedNotice(database: Database): Promise<string> {
  const { ledger, stop } = createSender(database, 'http://127.0.0.1:9')
  const noticeId = await addNotice(database)
  while (!(await ledger.prepareChunk(noticeId, 500, Date.now())).done);
  await stop()
  return noticeId
}

/** Sends a second of the whole engine, from before its first claim until the notice is recorded as finished. */
export async function engineRate(database: Database, url: string, sends: number): Promise<number> {
  const noticeId = await preparedNotice(database)
  const { engine, stop } = createSender(database, url)
  const start = performance.now()
  engine.start()
  await untilStatus(database, noticeId, 'finished')
  const seconds = (performance.now() - start) / 1_000
  await stop()
  const sent = await countOf(database, noticeId, 'sent')
  if (sent !== sends) throw new Error(`${sent} of ${sends} were sent`)
  return sends / seconds
}

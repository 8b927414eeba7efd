import { performance } from 'node:perf_hooks'
import type { Transact, Transaction } from './transaction'

/**
 * What all processes share of WeChat's limits. Send slots are given away in the transaction that claims, so that a
 * rate holds over any number of processes and over restarts. They run by the database's clock; each process turns
 * them into its own monotonic time.
 */

/** Half of it is how late a send may start in its slot, the other half is for the way to WeChat: see `SLOT_LATE_MS`. */
const SLACK_MS = 120
/** How far ahead slots are given away: what is marked and waits is what a crash leaves unknown. */
const AHEAD_MS = 500
/** Slots further ahead than this were given away before the database's clock was put back. */
const IMPOSSIBLE_MS = 10_000

export interface Slots {
  /** How many sends may be claimed now. */
  free: number
  /** Takes the first `count` of them. */
  take(count: number): Promise<void>
  /** How long from now until the slot of the `index`-th send; below 0 when it has passed. */
  startsInMs(index: number): number
}

const setNext = (transaction: Transaction, account: string, nextUs: number) =>
  transaction.run('UPDATE send_pace SET next_slot_us = ? WHERE account = ?', [nextUs, account])

async function lockPace(transaction: Transaction, account: string): Promise<number> {
  const query = `SELECT next_slot_us FROM send_pace WHERE account = ? ${transaction.sql.forUpdate}`
  const [row] = await transaction.all(query, [account])
  if (row !== undefined) return Number(row.next_slot_us)
  await transaction.run('INSERT INTO send_pace (account, next_slot_us, closed_until) VALUES (?, 0, 0)', [account])
  return 0
}

/**
 * The slots that are free now. Spaced so that no window of a second holds more than `ratePerSecond` sends even when one
 * is as late as it may be and the next is not. `leadMs`: how long the claim will take until its sends can start.
 */
export async function freeSlots(
  transaction: Transaction,
  account: string,
  ratePerSecond: number,
  leadMs: number,
): Promise<Slots> {
  let next = await lockPace(transaction, account)
  // Asked after the lock: a statement that waited for it would tell the time at which it began to wait.
  const [clock] = await transaction.all(`SELECT ${transaction.sql.now} AS now`)
  const readAt = performance.now()
  const nowUs = Number(clock?.now) * 1_000
  const spacingUs = Math.ceil(((1_000 + SLACK_MS) * 1_000) / ratePerSecond)
  if (next > nowUs + IMPOSSIBLE_MS * 1_000) {
    // Which of those slots are still to come nobody can say: a whole window later none of them is.
    next = nowUs + (1_000 + SLACK_MS) * 1_000
    await setNext(transaction, account, next)
  }
  const first = Math.max(next, nowUs + Math.ceil(leadMs * 1_000))
  const end = nowUs + (leadMs + AHEAD_MS) * 1_000
  return {
    free: first > end ? 0 : Math.floor((end - first) / spacingUs) + 1,
    async take(count) {
      await setNext(transaction, account, first + count * spacingUs)
    },
    startsInMs: (index) => readAt + (first + index * spacingUs - nowUs) / 1_000 - performance.now(),
  }
}

export const fleetOn = (transact: Transact, account: string) => ({
  closeUntil: (until: number) =>
    transact(async (transaction) => {
      await lockPace(transaction, account)
      await transaction.run('UPDATE send_pace SET closed_until = ? WHERE account = ? AND closed_until < ?', [
        until,
        account,
        until,
      ])
    }),
})

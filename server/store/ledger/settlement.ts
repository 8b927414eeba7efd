import type { Outcome } from '../../delivery/ports'
import { countErrors, mayChangeErrorRun } from './errorRun'
import { acceptDeliveries, HELD_COLUMNS, moveDeliveries, toHeld, type DeliveryMove, type HeldDelivery } from './moves'
import { text } from './sql'
import type { Transact, Transaction } from './transaction'

const KEYS = [text('of_delivery')]

function moveOf(delivery: HeldDelivery, outcome: Outcome): DeliveryMove {
  switch (outcome.to) {
    case 'sent':
      return { delivery, to: 'sent', reason: 'accepted', msgid: outcome.msgid }
    case 'rejected':
      return { delivery, to: 'rejected', reason: outcome.reason, grantGone: outcome.grantGone }
    case 'failed':
    case 'unknown':
      return { delivery, to: outcome.to, reason: outcome.reason }
    case 'pending': {
      const used = { attempt: 0, token: 0, rate: 0 }
      if (outcome.spend !== null) used[outcome.spend] = 1
      return { delivery, to: 'pending', reason: null, notBefore: outcome.notBefore, used }
    }
  }
}

/** Reads what this worker still has in hand of these deliveries, and moves it. Returns the notice of each row moved. */
async function settleRead(transaction: Transaction, worker: string, outcomes: Outcome[], now: number) {
  const { sql } = transaction
  const byId = new Map(outcomes.map((outcome) => [outcome.deliveryId, outcome]))
  const rows = await transaction.all(
    `SELECT ${HELD_COLUMNS}, t.notice_id FROM ${sql.rows(KEYS)} ${sql.joinInOrder} delivery AS t ON t.id = j.of_delivery
      WHERE t.state = 'sending' AND t.worker_id = ? ${sql.forUpdate}`,
    [JSON.stringify([...byId.keys()].sort().map((id) => [id])), worker],
  )
  const moves = rows.map(toHeld).flatMap((delivery) => {
    const outcome = byId.get(delivery.id)
    return outcome === undefined ? [] : [moveOf(delivery, outcome)]
  })
  await moveDeliveries(transaction, moves, now)
  return new Map(rows.map((row) => [String(row.id), String(row.notice_id)]))
}

type Accepted = Extract<Outcome, { to: 'sent' }> & { msgid: string }
const isAccepted = (outcome: Outcome): outcome is Accepted => outcome.to === 'sent' && outcome.msgid !== null

/**
 * What the engine has learned, recorded as a group. While all goes well nothing has to be read for it: what was accepted
 * is moved by its key on the condition that it is this worker's, and the rows are counted. Only when the count differs
 * are the others looked at.
 */
export const settlementOn = (transact: Transact) => ({
  settle: (worker: string, outcomes: Outcome[], now: number) =>
    transact(async (transaction) => {
      const byId = new Map(outcomes.map((outcome) => [outcome.deliveryId, outcome]))
      const all = [...byId.values()]
      if (await mayChangeErrorRun(transaction, outcomes)) {
        const noticeOf = await settleRead(transaction, worker, all, now)
        const paused = await countErrors(transaction, outcomes, noticeOf)
        return { ignored: all.length - noticeOf.size, paused }
      }
      const accepted = all.filter(isAccepted)
      const pairs = accepted.map(({ deliveryId, msgid }): [string, string] => [deliveryId, msgid]).sort()
      const moved = await acceptDeliveries(transaction, worker, pairs, now)
      const rest = moved === accepted.length ? all.filter((outcome) => !isAccepted(outcome)) : all
      const read = rest.length === 0 ? 0 : (await settleRead(transaction, worker, rest, now)).size
      return { ignored: all.length - moved - read, paused: [] }
    }),
})

import type { Outcome } from '../../delivery/ports'
import { countErrors } from './errorRun'
import { HELD_COLUMNS, moveDeliveries, toHeld, type DeliveryMove, type HeldDelivery } from './moves'
import { text } from './sql'
import type { Transact } from './transaction'

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

/** What the engine has learned, recorded as a group. */
export const settlementOn = (transact: Transact) => ({
  settle: (worker: string, outcomes: Outcome[], now: number) =>
    transact(async (transaction) => {
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
      const noticeOf = new Map(rows.map((row) => [String(row.id), String(row.notice_id)]))
      const paused = await countErrors(transaction, outcomes, noticeOf)
      return { ignored: byId.size - moves.length, paused }
    }),
})

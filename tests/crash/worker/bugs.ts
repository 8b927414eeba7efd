import { setTimeout as wait } from 'node:timers/promises'
import type { Clock, Ledger, Messenger } from '../../../server/delivery'
import type { DeliveryStore } from '../../../server/features/notices/portsDeliveries'
import type { Database } from '../../../server/store/database'
import type { Moments } from './moments'
import type { Bug } from './orders'

export interface Planted {
  bug: Bug | null
  database: Database
  clock: Clock
  moments: Moments
}

interface Row {
  [column: string]: string | number | null
}

/** Faults in how deliveries are marked, recovered and recorded, planted around the ledger. None is in the product. */
export function plantLedgerBug(ledger: Ledger, { bug, database, clock, moments }: Planted): Ledger {
  const run = (sql: string, values: (string | number | null)[]): Promise<void> =>
    database.write(async (manager) => void (await manager.query(sql, values)))
  const read = async (sql: string, values: (string | number | null)[]): Promise<Row[]> =>
    (await database.read.query(sql, values)) as Row[]
  const inHand = (worker: string) => read("SELECT id FROM delivery WHERE worker_id = ? AND state = 'sending'", [worker])
  const idsOf = (rows: Row[]): string => rows.map(({ id }) => `'${id}'`).join(', ') || "''"

  switch (bug) {
    case 'cursor_at_fetch':
      return {
        ...ledger,
        // where preparation stands is moved when members are read, and their rows are added afterwards
        async prepareChunk(noticeId, limit, now) {
          const [notice] = await read('SELECT prepared_to FROM notice WHERE id = ?', [noticeId])
          const before = notice?.prepared_to ?? null
          const next = await read(
            'SELECT member_id FROM member_topic WHERE subscribed = 1 AND member_id > ? ORDER BY member_id LIMIT 1 OFFSET ?',
            [before ?? '', limit - 1],
          )
          const after = next[0]?.member_id
          if (after !== undefined) {
            await run('UPDATE notice SET prepared_to = ? WHERE id = ?', [after, noticeId])
            moments.pass('preparing')
            await run('UPDATE notice SET prepared_to = ? WHERE id = ?', [before, noticeId])
          }
          return ledger.prepareChunk(noticeId, limit, now)
        },
      }

    case 'sending_to_pending':
      return {
        ...ledger,
        async bury(worker) {
          const rows = await inHand(worker.id)
          await run('DELETE FROM worker WHERE id = ?', [worker.id])
          await run(
            `UPDATE delivery SET state = 'pending', worker_id = NULL, open_key = NULL WHERE id IN (${idsOf(rows)})`,
            [],
          )
          return rows.length
        },
      }

    case 'stale_claims_deleted':
      return {
        ...ledger,
        async bury(worker) {
          const rows = await inHand(worker.id)
          await run('DELETE FROM worker WHERE id = ?', [worker.id])
          await run(`DELETE FROM delivery WHERE id IN (${idsOf(rows)})`, [])
          return rows.length
        },
      }

    case 'lease_by_own_clock':
      return {
        ...ledger,
        // heartbeats are compared with this process's clock, and a stale one is believed at first sight
        async staleWorkers(leaseMs) {
          const rows = await read('SELECT id, heartbeat_at FROM worker', [])
          return rows
            .filter((row) => clock.now() - Number(row.heartbeat_at) > leaseMs)
            .map((row) => ({ id: String(row.id), heartbeatAt: 0 }))
        },
        async bury(worker, now) {
          const [row] = await read('SELECT heartbeat_at FROM worker WHERE id = ?', [worker.id])
          return row === undefined ? 0 : ledger.bury({ id: worker.id, heartbeatAt: Number(row.heartbeat_at) }, now)
        },
      }

    case 'outcome_before_answer':
      return {
        ...ledger,
        async claim(worker, limit, now, rate) {
          const found = await ledger.claim(worker, limit, now, rate)
          const outcomes = found.claims.map(({ deliveryId }) => ({ deliveryId, to: 'sent' as const, msgid: null }))
          if (outcomes.length > 0) await ledger.settle(worker, outcomes, now)
          return found
        },
      }

    case 'intent_not_durable':
      return {
        ...ledger,
        // what is marked is kept in memory; the rows say `pending` until there is an outcome
        async claim(worker, limit, now, rate) {
          const found = await ledger.claim(worker, limit, now, rate)
          const ids = idsOf(found.claims.map(({ deliveryId }) => ({ id: deliveryId })))
          // far enough ahead that this process does not claim its own again
          await run(
            `UPDATE delivery SET state = 'pending', worker_id = NULL, open_key = NULL, not_before = ? WHERE id IN (${ids})`,
            [now + 1_000],
          )
          return found
        },
        async settle(worker, outcomes, now) {
          const ids = idsOf(outcomes.map(({ deliveryId }) => ({ id: deliveryId })))
          await run(`UPDATE delivery SET state = 'sending', worker_id = ? WHERE id IN (${ids})`, [worker])
          return ledger.settle(worker, outcomes, now)
        },
      }

    case 'claim_uncounted':
      return {
        ...ledger,
        // looks, and marks what it saw without asking whether it is still so
        async claim(worker, limit, now) {
          const rows = await read(
            `SELECT d.id, d.notice_id, d.member_id, m.openid FROM delivery AS d JOIN member AS m ON m.id = d.member_id
              WHERE d.state = 'pending' AND d.not_before <= ? ORDER BY d.id LIMIT ${limit}`,
            [now],
          )
          // Long enough for the others to look as well, on a machine of any speed.
          await wait(300)
          await run(
            `UPDATE delivery SET state = 'sending', worker_id = ?, sending_at = ? WHERE id IN (${idsOf(rows)})`,
            [worker, now],
          )
          const claims = rows.map((row) => ({
            deliveryId: String(row.id),
            noticeId: String(row.notice_id),
            memberId: String(row.member_id),
            openid: String(row.openid),
            used: { attempt: 0, token: 0, rate: 0 },
          }))
          return { claims, passedOver: 0 }
        },
      }

    default:
      return ledger
  }
}

/** A time-out taken for a failure, and tried again. */
export function plantMessengerBug(messenger: Messenger, bug: Bug | null): Messenger {
  if (bug !== 'retry_on_timeout') return messenger
  return {
    async send(request) {
      const result = await messenger.send(request)
      if (result.kind !== 'uncertain') return result
      return { kind: 'not_sent', budget: 'attempt', waitMs: 0, detail: result.detail }
    },
  }
}

/** An export that turns a page over the last line of each, so that what the ledger knows well is never shown. */
export function plantExportBug(deliveries: DeliveryStore, bug: Bug | null): DeliveryStore {
  if (bug !== 'export_forgets') return deliveries
  return { ...deliveries, list: async (query) => (await deliveries.list(query)).slice(0, -1) }
}

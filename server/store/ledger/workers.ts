import { newId } from '../../kernel/ids'
import type { StaleWorker } from '../../delivery/ports'
import { HELD_COLUMNS, moveDeliveries, toHeld, type HeldDelivery } from './moves'
import type { Sql } from './sql'
import type { Read, Transact, Transaction } from './transaction'

export class WorkerBuried extends Error {
  override readonly name = 'WorkerBuried'
}

async function heldBy(transaction: Transaction, worker: string): Promise<HeldDelivery[]> {
  const rows = await transaction.all(
    `SELECT ${HELD_COLUMNS} FROM delivery AS t
      WHERE t.open_key > '' AND t.worker_id = ? AND t.state = 'sending' ${transaction.sql.forUpdate}`,
    [worker],
  )
  return rows.map(toHeld)
}

/** Fails when the worker was buried; keeps it from being buried until the transaction ends. */
export async function assertAlive(transaction: Transaction, worker: string): Promise<void> {
  const rows = await transaction.all(`SELECT id FROM worker WHERE id = ? ${transaction.sql.forShare}`, [worker])
  if (rows.length === 0) throw new WorkerBuried(worker)
}

/** Leases by the database's clock, so that a worker with a wrong clock neither outlives nor buries anybody. */
export const workersOn = (transact: Transact, read: Read, { now: databaseNow }: Sql) => ({
  startWorker: () =>
    transact(async (transaction) => {
      const id = newId()
      await transaction.run(
        `INSERT INTO worker (id, started_at, heartbeat_at) VALUES (?, ${databaseNow}, ${databaseNow})`,
        [id],
      )
      return id
    }),

  heartbeat: (worker: string) =>
    transact(async (transaction) => {
      const renewed = await transaction.run(`UPDATE worker SET heartbeat_at = ${databaseNow} WHERE id = ?`, [worker])
      return renewed === 1
    }),

  stopWorker: (worker: string) =>
    transact(async (transaction) => {
      if ((await heldBy(transaction, worker)).length > 0) throw new Error('a worker that is sending cannot stop')
      await transaction.run('DELETE FROM worker WHERE id = ?', [worker])
    }),

  staleWorkers: async (leaseMs: number) => {
    const rows = await read(
      `SELECT id, heartbeat_at FROM worker WHERE heartbeat_at < ${databaseNow} - ? OR heartbeat_at > ${databaseNow} + ?`,
      [leaseMs, leaseMs],
    )
    return rows.map((row): StaleWorker => ({ id: String(row.id), heartbeatAt: Number(row.heartbeat_at) }))
  },

  bury: (worker: StaleWorker, now: number) =>
    transact(async (transaction) => {
      const gone = await transaction.run('DELETE FROM worker WHERE id = ? AND heartbeat_at = ?', [
        worker.id,
        worker.heartbeatAt,
      ])
      if (gone === 0) return 0
      const left = await heldBy(transaction, worker.id)
      const moves = left.map((delivery) => ({ delivery, to: 'unknown', reason: 'worker_lost' }) as const)
      await moveDeliveries(transaction, moves, now)
      return left.length
    }),

  release: (worker: string, keep: string[], now: number) =>
    transact(async (transaction) => {
      const kept = new Set(keep)
      const left = (await heldBy(transaction, worker)).filter((delivery) => !kept.has(delivery.id))
      const moves = left.map((delivery) => ({ delivery, to: 'pending', reason: null, notBefore: 0 }) as const)
      await moveDeliveries(transaction, moves, now)
      return left.length
    }),
})

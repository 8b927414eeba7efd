import type { EntityManager } from 'typeorm'
import type { ArchiveWords, MoveInStore, RunStep, StoredEntry, StoredRun } from '../../features/importing/portsMoveIn'
import type { MoveInFault } from '../../../shared/phrases/moveIn'
import { newId } from '../../kernel/ids'
import { affectedRows } from '../affectedRows'
import type { Database } from '../database'
import {
  ImportEntryEntity,
  ImportPartEntity,
  ImportRunEntity,
  type ImportEntryRow,
  type ImportRunRow,
} from '../entities'
import { isDuplicate } from '../isDuplicate'
import { recordAudit } from './audit'

const SLOT = 'move-in'
const LONGEST_SOURCE = 1000

const runOf = (row: ImportRunRow, createdBy: string | null): StoredRun => ({
  ...{ id: row.id, name: row.name, bytes: row.bytes, site: row.site, columnsTold: row.columnsTold },
  ...{ state: row.state, fault: row.fault as MoveInFault | null, done: row.done, total: row.total },
  head: row.head === null ? null : (JSON.parse(row.head) as ArchiveWords),
  leaseUntil: row.leaseUntil,
  createdAt: row.createdAt,
  createdBy,
})

const entryOf = ({ number, source, state, title, articleId, report }: ImportEntryRow): StoredEntry => ({
  ...{ number, source, state, title, articleId },
  report: JSON.parse(report) as StoredEntry['report'],
})

const rowOf = (runId: string, entry: StoredEntry): ImportEntryRow => ({
  ...entry,
  id: newId(),
  runId,
  source: entry.source.slice(0, LONGEST_SOURCE),
  report: JSON.stringify(entry.report),
})

async function removeRun(manager: EntityManager, id: string): Promise<boolean> {
  await manager.delete(ImportPartEntity, { runId: id })
  await manager.delete(ImportEntryEntity, { runId: id })
  return (await affectedRows(manager, 'DELETE FROM import_run WHERE id = ?', [id])) === 1
}

const advance = async (manager: EntityManager, { id, holder, done, total }: RunStep): Promise<boolean> =>
  (await affectedRows(manager, 'UPDATE import_run SET done = ?, total = ? WHERE id = ? AND lease_holder = ?', [
    done,
    total,
    id,
    holder,
  ])) === 1

export const createMoveInStore = (database: Database): MoveInStore => ({
  async current() {
    const row = await database.read.findOneBy(ImportRunEntity, { slot: SLOT })
    if (row === null) return null
    const [by] = await database.read.query<{ name: string }[]>('SELECT name FROM staff WHERE id = ?', [row.createdBy])
    return runOf(row, by?.name ?? null)
  },

  async begin(run, content, audit) {
    try {
      return await database.write(async (manager) => {
        const before = await manager.findOneBy(ImportRunEntity, { slot: SLOT })
        if (before !== null && before.state !== 'done' && before.state !== 'failed') return false
        if (before !== null) await removeRun(manager, before.id)
        await manager.insert(ImportRunEntity, {
          ...run,
          slot: SLOT,
          state: 'checking',
          createdBy: audit.staffId,
          done: 0,
        })
        let number = 0
        for await (const part of content()) {
          const row = { id: newId(), runId: run.id, number, content: part.toString('base64') }
          await manager.insert(ImportPartEntity, row)
          number += 1
        }
        await recordAudit(manager, audit)
        return true
      })
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  },

  async *content(id) {
    for (let number = 0; ; number += 1) {
      const row = await database.read.findOneBy(ImportPartEntity, { runId: id, number })
      if (row === null) return
      yield Buffer.from(row.content, 'base64')
    }
  },

  async lease(id, holder, now, until) {
    const isTaken = await database.write((manager) =>
      affectedRows(
        manager,
        `UPDATE import_run SET lease_holder = ?, lease_until = ?
         WHERE id = ? AND state IN ('checking', 'taking') AND (lease_until IS NULL OR lease_until <= ?)`,
        [holder, until, id, now],
      ),
    )
    if (isTaken === 0) return null
    const row = await database.read.findOneBy(ImportRunEntity, { id, leaseHolder: holder })
    return row === null ? null : runOf(row, null)
  },

  renew: (id, holder, until) =>
    database.write(
      async (manager) =>
        (await affectedRows(manager, 'UPDATE import_run SET lease_until = ? WHERE id = ? AND lease_holder = ?', [
          until,
          id,
          holder,
        ])) === 1,
    ),

  async release(id, holder) {
    await database.write((manager) =>
      manager.update(ImportRunEntity, { id, leaseHolder: holder }, { leaseHolder: null, leaseUntil: null }),
    )
  },

  addEntries: (step, entries) =>
    database.write(async (manager) => {
      if (!(await advance(manager, step))) return false
      for (const entry of entries) await manager.insert(ImportEntryEntity, rowOf(step.id, entry))
      return true
    }),

  settle: (step, { number, ...entry }) =>
    database.write(async (manager) => {
      if (!(await advance(manager, step))) return false
      const { state, title, articleId, report } = entry
      const values = { state, title, articleId, report: JSON.stringify(report) }
      await manager.update(ImportEntryEntity, { runId: step.id, number }, values)
      return true
    }),

  finish: (id, holder, { head, ...end }) =>
    database.write(async (manager) => {
      const sql = 'UPDATE import_run SET lease_holder = NULL, lease_until = NULL WHERE id = ? AND lease_holder = ?'
      if ((await affectedRows(manager, sql, [id, holder])) === 0) return false
      const told = head === undefined ? {} : { head: JSON.stringify(head) }
      await manager.update(ImportRunEntity, { id }, { ...end, ...told })
      if (end.state === 'done') await manager.delete(ImportPartEntity, { runId: id })
      return true
    }),

  move: (id, from, { forget = false, ...to }, audit) =>
    database.write(async (manager) => {
      const places = from.map(() => '?').join(', ')
      const sql = `UPDATE import_run SET state = ?, fault = NULL, done = 0, lease_holder = NULL, lease_until = NULL
        WHERE id = ? AND state IN (${places})`
      if ((await affectedRows(manager, sql, [to.state, id, ...from])) === 0) return false
      await manager.update(ImportRunEntity, { id }, to)
      if (forget) await manager.delete(ImportEntryEntity, { runId: id })
      if (audit !== null) await recordAudit(manager, audit)
      return true
    }),

  resume: (id, now, anew, audit) =>
    database.write(async (manager) => {
      const sql = `UPDATE import_run SET lease_holder = NULL, lease_until = NULL${anew ? ', done = 0' : ''}
        WHERE id = ? AND state IN ('checking', 'taking') AND (lease_until IS NULL OR lease_until <= ?)`
      if ((await affectedRows(manager, sql, [id, now])) === 0) return false
      if (anew) await manager.delete(ImportEntryEntity, { runId: id })
      await recordAudit(manager, audit)
      return true
    }),

  discard: (id, audit) =>
    database.write(async (manager) => {
      if (!(await removeRun(manager, id))) return false
      if (audit !== null) await recordAudit(manager, audit)
      return true
    }),

  async counts(id) {
    const rows = await database.read.query<{ state: ImportEntryRow['state']; count: number | string }[]>(
      'SELECT state, COUNT(*) AS count FROM import_entry WHERE run_id = ? GROUP BY state',
      [id],
    )
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
  },

  async titles(id) {
    const rows = await database.read.query<{ title: string }[]>(
      `SELECT title FROM import_entry WHERE run_id = ? AND state IN ('certain', 'doubtful')`,
      [id],
    )
    return rows.map(({ title }) => title)
  },

  async entry(id, number) {
    const row = await database.read.findOneBy(ImportEntryEntity, { runId: id, number })
    return row === null ? null : entryOf(row)
  },

  async entries(id, { state, after, limit }) {
    const query = database.read
      .createQueryBuilder(ImportEntryEntity, 'entry')
      .where('entry.runId = :id AND entry.number > :after', { id, after })
    if (state !== undefined) query.andWhere('entry.state = :state', { state })
    return (await query.orderBy('entry.number').limit(limit).getMany()).map(entryOf)
  },
})

import type { AuditFilter, AuditLog, AuditPosition } from '../../features/audit/ports'
import type { Database } from '../database'
import { AuditChainEntity, AuditEntity } from '../entities'

interface Row {
  id: string
  at: number | string
  staff_id: string | null
  action: string
  subject_type: string
  subject_id: string
  address: string
  detail: string
  chain_number: number | string | null
  staff_name: string | null
  subject_name: string | null
}

/** The filter as SQL; every value is bound. */
function conditions(filter: AuditFilter, after: AuditPosition | null): { sql: string; values: unknown[] } {
  const parts: [sql: string, ...values: unknown[]][] = []
  if (filter.by === null) parts.push(['e.staff_id IS NULL'])
  else if (filter.by !== undefined) parts.push(['e.staff_id = ?', filter.by])
  if (filter.subject !== undefined) parts.push(['e.subject_type = ?', filter.subject])
  if (filter.subjectId !== undefined) parts.push(['e.subject_id = ?', filter.subjectId])
  if (filter.action !== undefined) parts.push(['e.action = ?', filter.action])
  if (filter.from !== undefined) parts.push(['e.at >= ?', filter.from])
  if (filter.until !== undefined) parts.push(['e.at < ?', filter.until])
  if (after !== null) parts.push(['e.at <= ? AND (e.at < ? OR e.id < ?)', after.at, after.at, after.id])
  const sql = parts.length === 0 ? '' : `WHERE ${parts.map(([part]) => `(${part})`).join(' AND ')}`
  return { sql, values: parts.flatMap(([, ...values]) => values) }
}

export const createAuditLog = (database: Database): AuditLog => ({
  async list(filter, after, limit) {
    const { sql, values } = conditions(filter, after)
    const rows = await database.read.query<Row[]>(
      `SELECT e.id, e.at, e.staff_id, e.action, e.subject_type, e.subject_id, e.address, e.detail, e.chain_number,
         s.name AS staff_name, COALESCE(a.title, t.name) AS subject_name
       FROM audit_entry e
       LEFT JOIN staff s ON s.id = e.staff_id
       LEFT JOIN article a ON e.subject_type = 'article' AND a.id = e.subject_id
       LEFT JOIN staff t ON e.subject_type = 'staff' AND t.id = e.subject_id
       ${sql} ORDER BY e.at DESC, e.id DESC LIMIT ?`,
      [...values, limit],
    )
    return rows.map((row) => ({
      id: row.id,
      at: Number(row.at),
      staffId: row.staff_id,
      action: row.action,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      address: row.address,
      detail: row.detail,
      number: row.chain_number === null ? null : Number(row.chain_number),
      staffName: row.staff_name,
      subjectName: row.subject_name,
    }))
  },

  async head() {
    const row = await database.read.findOneBy(AuditChainEntity, { id: 1 })
    return row === null ? null : { number: row.lastNumber, hash: row.lastHash }
  },

  async chain(after, limit) {
    const rows = await database.read
      .createQueryBuilder(AuditEntity, 'e')
      .where('e.chainNumber > :after', { after })
      .orderBy('e.chainNumber', 'ASC')
      .take(limit)
      .getMany()
    return rows.map(({ chainNumber, chainHash, ...entry }) => ({
      ...entry,
      number: chainNumber ?? 0,
      hash: chainHash ?? '',
    }))
  },
})

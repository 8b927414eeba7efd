import type { EntityManager } from 'typeorm'
import type { AuditEntry } from '../../kernel/audit'
import { CHAIN_START, chainHash } from '../../kernel/auditChain'
import { newId } from '../../kernel/ids'
import { AuditChainEntity, AuditEntity } from '../entities'

const HEAD = 1

/** Takes the next place and holds it until the transaction ends; two who write at once get places in turn. */
async function nextPlace(manager: EntityManager): Promise<{ number: number; previous: string }> {
  const isMysql = manager.connection.options.type !== 'better-sqlite3'
  const conflict = isMysql ? 'ON DUPLICATE KEY UPDATE' : 'ON CONFLICT (id) DO UPDATE SET'
  await manager.query(
    `INSERT INTO audit_chain (id, last_number, last_hash) VALUES (?, 1, ?) ${conflict} last_number = last_number + 1`,
    [HEAD, CHAIN_START],
  )
  const head = await manager.findOneByOrFail(AuditChainEntity, { id: HEAD })
  return { number: head.lastNumber, previous: head.lastHash }
}

/**
 * Writes an entry within the transaction of what it tells of, and chains it to the one before. The only place that
 * writes to the log: nothing changes or removes what stands in it.
 */
export async function recordAudit(manager: EntityManager, { detail = {}, ...entry }: AuditEntry): Promise<void> {
  const { number, previous } = await nextPlace(manager)
  const row = { id: newId(), ...entry, detail: JSON.stringify(detail) }
  const hash = chainHash(previous, { number, ...row })
  await manager.insert(AuditEntity, { ...row, chainNumber: number, chainHash: hash })
  await manager.update(AuditChainEntity, HEAD, { lastHash: hash })
}

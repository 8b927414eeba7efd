import type { EntityManager } from 'typeorm'
import type { AuditEntry } from '../../kernel/audit'
import { newId } from '../../kernel/ids'
import { AuditEntity } from '../entities'

/** Writes an entry within the transaction of what it tells of. */
export async function recordAudit(manager: EntityManager, { detail = {}, ...entry }: AuditEntry): Promise<void> {
  await manager.insert(AuditEntity, { id: newId(), ...entry, detail: JSON.stringify(detail) })
}

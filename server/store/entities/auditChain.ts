import { EntitySchema } from 'typeorm'
import { instant, integer, text } from './columns'

export interface AuditChainRow {
  id: number
  lastNumber: number
  lastHash: string
}

export const AuditChainEntity = new EntitySchema<AuditChainRow>({
  name: 'audit_chain',
  tableName: 'audit_chain',
  columns: { id: { ...integer('id'), primary: true }, lastNumber: instant('last_number'), lastHash: text('last_hash') },
})

import { EntitySchema } from 'typeorm'
import type { StaffRole } from '../../../shared/contract/endpoint'
import { instant, key, optionalText, text } from './columns'

export interface StaffLinkRow {
  id: string
  tokenHash: string
  kind: 'invite' | 'reset'
  staffId: string | null
  name: string
  role: StaffRole
  createdAt: number
  expiresAt: number
}

export const StaffLinkEntity = new EntitySchema<StaffLinkRow>({
  name: 'staff_link',
  tableName: 'staff_link',
  columns: {
    id: key('id'),
    tokenHash: text('token_hash'),
    kind: text('kind'),
    staffId: optionalText('staff_id'),
    name: text('name'),
    role: text('role'),
    createdAt: instant('created_at'),
    expiresAt: instant('expires_at'),
  },
})

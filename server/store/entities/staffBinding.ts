import { EntitySchema } from 'typeorm'
import { instant, key, optionalInstant, text } from './columns'

export interface StaffBindingRow {
  staffId: string
  memberId: string
  boundAt: number
}

export const StaffBindingEntity = new EntitySchema<StaffBindingRow>({
  name: 'staff_binding',
  tableName: 'staff_binding',
  columns: { staffId: key('staff_id'), memberId: text('member_id'), boundAt: instant('bound_at') },
})

export interface StaffBindingCodeRow {
  codeHash: string
  staffId: string
  expiresAt: number
  /** Null: not used yet. */
  usedAt: number | null
}

export const StaffBindingCodeEntity = new EntitySchema<StaffBindingCodeRow>({
  name: 'staff_binding_code',
  tableName: 'staff_binding_code',
  columns: {
    codeHash: key('code_hash'),
    staffId: text('staff_id'),
    expiresAt: instant('expires_at'),
    usedAt: optionalInstant('used_at'),
  },
})

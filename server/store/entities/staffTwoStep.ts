import { EntitySchema } from 'typeorm'
import { instant, key, optionalInstant, text } from './columns'

export interface StaffSecondStepRow {
  staffId: string
  /** Sealed. */
  secret: string
  begunAt: number
  /** Null: set up, but no code has shown yet that the app has it. */
  confirmedAt: number | null
  lastStep: number
}

export const StaffSecondStepEntity = new EntitySchema<StaffSecondStepRow>({
  name: 'staff_second_step',
  tableName: 'staff_second_step',
  columns: {
    staffId: key('staff_id'),
    secret: text('secret'),
    begunAt: instant('begun_at'),
    confirmedAt: optionalInstant('confirmed_at'),
    lastStep: instant('last_step'),
  },
})

export interface StaffRecoveryCodeRow {
  codeHash: string
  staffId: string
}

export const StaffRecoveryCodeEntity = new EntitySchema<StaffRecoveryCodeRow>({
  name: 'staff_recovery_code',
  tableName: 'staff_recovery_code',
  columns: { codeHash: key('code_hash'), staffId: text('staff_id') },
})

export interface StaffHalfLoginRow {
  tokenHash: string
  staffId: string
  expiresAt: number
}

export const StaffHalfLoginEntity = new EntitySchema<StaffHalfLoginRow>({
  name: 'staff_half_login',
  tableName: 'staff_half_login',
  columns: { tokenHash: key('token_hash'), staffId: text('staff_id'), expiresAt: instant('expires_at') },
})

import { EntitySchema } from 'typeorm'
import type { StaffRole } from '../../../shared/contract/endpoint'
import { flag, instant, integer, key, longText, optionalInstant, optionalText, text } from './columns'

export interface StaffRow {
  id: string
  login: string
  name: string
  role: StaffRole
  passwordHash: string
  disabled: boolean
  createdAt: number
}

export const StaffEntity = new EntitySchema<StaffRow>({
  name: 'staff',
  tableName: 'staff',
  columns: {
    id: key('id'),
    login: text('login'),
    name: text('name'),
    role: text('role'),
    passwordHash: text('password_hash'),
    disabled: flag('disabled'),
    createdAt: instant('created_at'),
  },
})

export interface StaffSessionRow {
  tokenHash: string
  staffId: string
  createdAt: number
  lastSeenAt: number
  expiresAt: number
  address: string
  browser: string
}

export const StaffSessionEntity = new EntitySchema<StaffSessionRow>({
  name: 'staff_session',
  tableName: 'staff_session',
  columns: {
    tokenHash: key('token_hash'),
    staffId: text('staff_id'),
    createdAt: instant('created_at'),
    lastSeenAt: instant('last_seen_at'),
    expiresAt: instant('expires_at'),
    address: text('address'),
    browser: text('browser'),
  },
})

export interface LoginAttemptRow {
  throttleKey: string
  failures: number
  windowEndsAt: number
}

export const LoginAttemptEntity = new EntitySchema<LoginAttemptRow>({
  name: 'login_attempt',
  tableName: 'login_attempt',
  columns: {
    throttleKey: key('throttle_key'),
    failures: integer('failures'),
    windowEndsAt: instant('window_ends_at'),
  },
})

export interface SettingRow {
  name: string
  value: string
  updatedAt: number
}

export const SettingEntity = new EntitySchema<SettingRow>({
  name: 'setting',
  tableName: 'setting',
  columns: { name: key('name'), value: longText('value'), updatedAt: instant('updated_at') },
})

export interface AuditRow {
  id: string
  at: number
  staffId: string | null
  action: string
  subjectType: string
  subjectId: string
  address: string
  /** JSON */
  detail: string
  /** Null: written before there was a chain. */
  chainNumber: number | null
  chainHash: string | null
}

export const AuditEntity = new EntitySchema<AuditRow>({
  name: 'audit_entry',
  tableName: 'audit_entry',
  columns: {
    id: key('id'),
    at: instant('at'),
    staffId: optionalText('staff_id'),
    action: text('action'),
    subjectType: text('subject_type'),
    subjectId: text('subject_id'),
    address: text('address'),
    detail: longText('detail'),
    chainNumber: optionalInstant('chain_number'),
    chainHash: optionalText('chain_hash'),
  },
})

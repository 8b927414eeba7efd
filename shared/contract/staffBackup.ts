import { z } from 'zod'
import type { EndpointTable } from './endpoint'
import { id, instant } from './values'

const administrators = ['administrator'] as const
const nothing = z.strictObject({})
/** A name in the folder of backups; it leads nowhere else. */
const file = z
  .string()
  .regex(/^[\w-]+(?:\.[\w-]+)*\.bak$/)
  .max(120)
const params = z.strictObject({ file })
/** Who is logged in, once more: the code where the second step is on. */
const proof = {
  password: z.string().min(1).max(128),
  code: z.string().trim().min(1).max(40).optional(),
}

export const BACKUP_KINDS = ['manual', 'scheduled', 'upgrade', 'restore'] as const

export const backupRun = z.strictObject({
  id,
  task: z.enum(['backup', 'verify']),
  kind: z.enum(BACKUP_KINDS),
  state: z.enum(['running', 'done', 'failed']),
  file,
  phase: z.enum(['tables', 'files', 'verify']),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** An error code with words; null unless it failed. */
  error: z.string().nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
})

export const backupItem = z.strictObject({
  file,
  bytes: z.int().nonnegative(),
  createdAt: instant,
  /** Null: the file is no backup. */
  about: z
    .strictObject({ kind: z.enum(BACKUP_KINDS), product: z.string(), engine: z.string(), encrypted: z.boolean() })
    .nullable(),
  /** Whether it could be read to its end, when that was last looked at. */
  verified: z.strictObject({ right: z.boolean(), at: instant }).nullable(),
  /** The program that made it is newer than this one. */
  newer: z.boolean(),
})

/** What putting a backup back has left for staff to decide. */
export const restoredHouse = z.strictObject({
  at: instant,
  /** Of the backup. */
  createdAt: instant,
  halted: z.int().nonnegative(),
  held: z.int().nonnegative(),
  deliveries: z.int().nonnegative(),
  unscheduled: z.int().nonnegative(),
})

export const backupHealth = z.strictObject({
  everyHours: z.int().nonnegative(),
  lastDoneAt: instant.nullable(),
  lastFailedAt: instant.nullable(),
  /** Backups are made by the clock, and the last good one is older than twice that time. */
  late: z.boolean(),
  restored: restoredHouse.nullable(),
})

export const backupList = z.strictObject({
  items: z.array(backupItem),
  running: backupRun.nullable(),
  last: backupRun.nullable(),
  health: backupHealth,
  settings: z.strictObject({
    mode: z.enum(['embedded', 'grown']),
    encrypted: z.boolean(),
    keep: z.int().positive(),
  }),
  restore: z.strictObject({
    /** Waits for the next start. */
    asked: z.strictObject({ file, at: instant }).nullable(),
    outcome: z.strictObject({ file, at: instant, error: z.string().nullable() }).nullable(),
  }),
})

/**
 * Backups of the whole house. `GET /api/admin/backups/download?ticket=…` gives the file that a ticket names, to whom it was
 * given, for a minute.
 */
export const staffBackupEndpoints = {
  'GET /api/admin/backups': {
    summary: 'Backups on this machine, the one being made, and how restores ended',
    access: 'staff',
    roles: administrators,
    response: backupList,
  },
  'GET /api/admin/backup-health': {
    summary: 'When the last backup was made, and what a restore has left to decide',
    access: 'staff',
    response: backupHealth,
  },
  'POST /api/admin/backups': {
    summary: 'Begin a backup; it goes on by itself',
    access: 'staff',
    roles: administrators,
    response: backupRun,
    status: 201,
    errors: ['backup_running'],
  },
  'POST /api/admin/backups/{file}/verify': {
    summary: 'Begin to read a backup to its end',
    access: 'staff',
    roles: administrators,
    params,
    response: backupRun,
    status: 201,
    errors: ['backup_running', 'backup_not_found'],
  },
  'POST /api/admin/backups/{file}/download': {
    summary: 'A ticket to download a backup, which holds personal data',
    access: 'staff',
    roles: administrators,
    params,
    body: z.strictObject(proof),
    response: z.strictObject({ url: z.string() }),
    errors: ['backup_not_found', 'password_wrong', 'second_step_wrong', 'login_throttled'],
  },
  'POST /api/admin/backups/{file}/remove': {
    summary: 'Delete a backup for good',
    access: 'staff',
    roles: administrators,
    params,
    body: z.strictObject(proof),
    response: nothing,
    errors: ['backup_not_found', 'backup_running', 'password_wrong', 'second_step_wrong', 'login_throttled'],
  },
  'POST /api/admin/backups/{file}/restore': {
    summary: 'Put a backup in place of everything: the server stops, restores and starts again',
    access: 'staff',
    roles: administrators,
    params,
    body: z.strictObject({ ...proof, words: z.string().trim().max(40) }),
    response: nothing,
    errors: [
      'backup_not_found',
      'backup_running',
      'backup_unknown',
      'backup_format',
      'backup_damaged',
      'backup_newer',
      'backup_passphrase_missing',
      'backup_passphrase_wrong',
      'restore_by_command',
      'restore_words',
      'password_wrong',
      'second_step_wrong',
      'login_throttled',
    ],
  },
} as const satisfies EndpointTable

export type BackupRunView = z.output<typeof backupRun>
export type BackupItem = z.output<typeof backupItem>
export type BackupHealth = z.output<typeof backupHealth>
export type BackupList = z.output<typeof backupList>

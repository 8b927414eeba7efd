import { z } from 'zod'
import type { EndpointTable } from './endpoint'
import { day, id, instant, longPageQuery, pageOf } from './values'

const administrators = ['administrator'] as const

export const AUDIT_SUBJECTS = [
  'article',
  'notice',
  'delivery',
  'media',
  'staff',
  'setting',
  'backup',
  'move_in',
] as const

/** What narrows the audit log: days are days of Shanghai, both included. */
export const auditFilter = {
  /** Who did it; `program` for what the program did by itself. */
  by: z.union([id, z.literal('program')]).optional(),
  subject: z.enum(AUDIT_SUBJECTS).optional(),
  subjectId: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .optional(),
  action: z
    .string()
    .regex(/^[a-z]+\.[a-z_]+$/)
    .max(40)
    .optional(),
  from: day.optional(),
  to: day.optional(),
}

export const auditRecord = z.strictObject({
  id,
  at: instant,
  /** Null: the program itself. */
  by: z.strictObject({ id, name: z.string() }).nullable(),
  /** Such as `article.publish`. */
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  /** The title, name or login of the thing as it is now; null when it is gone or has none. */
  subjectName: z.string().nullable(),
  address: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** Place in the chain, from 1; null for entries from before there was one. */
  number: z.int().positive().nullable(),
})

export const auditCheck = z.strictObject({
  entries: z.int().nonnegative(),
  /** The first place that does not fit; null when the chain is whole. */
  broken: z
    .strictObject({ number: z.int().positive(), kind: z.enum(['missing', 'changed', 'end_missing']) })
    .nullable(),
  /** Names the log up to here, to be noted down elsewhere; empty when nothing is chained yet. */
  fingerprint: z.string(),
})

/**
 * What staff did. Besides these, `GET /api/admin/audit/export` gives the same entries as a CSV file, by the same
 * filter.
 */
export const staffAuditEndpoints = {
  'GET /api/admin/audit': {
    summary: 'Who did what to which thing, newest first',
    access: 'staff',
    roles: administrators,
    query: z.strictObject({ ...longPageQuery, ...auditFilter }),
    response: pageOf(auditRecord),
    errors: ['cursor_invalid'],
  },
  'GET /api/admin/audit/check': {
    summary: 'Whether an entry of the audit log was removed or changed',
    access: 'staff',
    roles: administrators,
    response: auditCheck,
  },
} as const satisfies EndpointTable

export type AuditRecord = z.output<typeof auditRecord>
export type AuditCheck = z.output<typeof auditCheck>
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number]

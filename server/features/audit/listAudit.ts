import type { AuditRecord, ParsedRequestTo } from '../../../shared/contract'
import { DAY_MS, SHANGHAI_OFFSET_MS } from '../../../shared/domain/time'
import { AppError } from '../../kernel/errors'
import type { AuditFilter, AuditLog, AuditPosition, StoredAudit } from './ports'

export type AuditQuery = ParsedRequestTo<'GET /api/admin/audit'>['query']

const ID = /^[0-9a-hjkmnp-tv-z]{26}$/

const encode = ({ at, id }: AuditPosition): string => Buffer.from(JSON.stringify([at, id])).toString('base64url')

/** @throws AppError cursor_invalid */
function decode(cursor: string): AuditPosition {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === 2) {
      const [at, id] = parts as unknown[]
      if (Number.isSafeInteger(at) && typeof id === 'string' && ID.test(id)) return { at: Number(at), id }
    }
  } catch {
    // falls through: not a cursor of ours
  }
  throw new AppError('cursor_invalid')
}

/** Midnight in Shanghai at which a day such as `2026-11-23` begins. */
const dayStart = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS

export const filterOf = ({ by, subject, subjectId, action, from, to }: Omit<AuditQuery, 'limit'>): AuditFilter => ({
  ...(by === undefined ? {} : { by: by === 'program' ? null : by }),
  ...{ subject, subjectId, action },
  from: from === undefined ? undefined : dayStart(from),
  until: to === undefined ? undefined : dayStart(to) + DAY_MS,
})

function detailOf(detail: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(detail)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    // somebody changed it past the program: the check says so, the list still opens
    return {}
  }
}

const present = (row: StoredAudit): AuditRecord => ({
  id: row.id,
  at: new Date(row.at).toISOString(),
  by: row.staffId === null ? null : { id: row.staffId, name: row.staffName ?? '—' },
  action: row.action,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  subjectName: row.subjectName,
  address: row.address,
  detail: detailOf(row.detail),
  number: row.number,
})

/** One page of the log, newest first. */
export async function listAudit(
  log: AuditLog,
  query: AuditQuery,
): Promise<{ items: AuditRecord[]; nextCursor: string | null }> {
  const after = query.cursor === undefined ? null : decode(query.cursor)
  const found = await log.list(filterOf(query), after, query.limit + 1)
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(present),
    nextCursor: found.length > page.length && last !== undefined ? encode(last) : null,
  }
}

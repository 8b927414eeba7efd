import type { AuditSubject, RequestTo } from '../../../../shared/contract'

export interface AuditFilter {
  by: string
  subject: string
  subjectId: string
  action: string
  from: string
  to: string
}

const NAMES = ['by', 'subject', 'subjectId', 'action', 'from', 'to'] as const
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The filter lives in the address, so that a colleague can be sent what was found. */
export function auditFilterFrom(search: URLSearchParams): AuditFilter {
  const read = (name: (typeof NAMES)[number]) => (search.get(name) ?? '').slice(0, 64)
  const day = (name: 'from' | 'to') => (DAY.test(read(name)) ? read(name) : '')
  return {
    by: read('by'),
    subject: read('subject'),
    subjectId: read('subjectId'),
    action: read('action'),
    from: day('from'),
    to: day('to'),
  }
}

export function auditFilterTo(filter: AuditFilter): URLSearchParams {
  const search = new URLSearchParams()
  for (const name of NAMES) if (filter[name] !== '') search.set(name, filter[name])
  return search
}

/** As the server takes it: what is not chosen is left out. */
export const auditQueryOf = (filter: AuditFilter): RequestTo<'GET /api/admin/audit'>['query'] => ({
  by: filter.by || undefined,
  subject: (filter.subject || undefined) as AuditSubject | undefined,
  subjectId: filter.subjectId || undefined,
  action: filter.action || undefined,
  from: filter.from || undefined,
  to: filter.to || undefined,
})

export const NO_FILTER: AuditFilter = { by: '', subject: '', subjectId: '', action: '', from: '', to: '' }

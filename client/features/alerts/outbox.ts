import type { Report } from './answers'

/** Reports that the server has not confirmed, oldest first. They live in the phone's storage. */
export type Outbox = readonly Report[]

/** More than a member can tap together while a network is down; beyond it the oldest go. */
export const OUTBOX_LIMIT = 30

const isReport = (value: unknown): value is Report =>
  typeof value === 'object' && value !== null && 'requestId' in value && 'answers' in value

/** What was kept, as far as it can be read. */
export const readOutbox = (kept: unknown): Outbox => (Array.isArray(kept) ? kept.filter(isReport) : [])

export const put = (outbox: Outbox, report: Report): Report[] =>
  [...outbox.filter(({ requestId }) => requestId !== report.requestId), report].slice(-OUTBOX_LIMIT)

export const take = (outbox: Outbox, requestId: string): Report[] =>
  outbox.filter((report) => report.requestId !== requestId)

/**
 * Whether a report is worth sending again after an answer with this HTTP status (0: none came). What the server
 * refuses as wrong stays wrong; a session, a limit, a busy server and a missing network pass.
 */
export const worthAnotherTry = (status: number): boolean =>
  status < 400 || status >= 500 || status === 401 || status === 403 || status === 408 || status === 429

import type { EngineSettings } from '../../../server/delivery'
import type { ReviewState } from '../../../shared/domain/review'

/** Moments at which a worker can be told to kill itself, besides being killed from outside at any time. */
export const MOMENTS = ['preparing', 'intent', 'first_bytes', 'accepted', 'outcome'] as const
/** `token`: it has the right to ask for a new token and nobody has been told one yet. */
export type Moment = (typeof MOMENTS)[number] | 'publishing' | 'token'

/** Faults of the engine that can be planted; each is one that systems of this kind have had. */
export const BUGS = [
  'cursor_at_fetch',
  'retry_on_timeout',
  'sending_to_pending',
  'lease_by_own_clock',
  'enqueue_outside_transaction',
  'no_unique_key',
  'outcome_before_answer',
  'stale_claims_deleted',
  'claim_uncounted',
  'intent_not_durable',
  'export_forgets',
] as const
export type Bug = (typeof BUGS)[number]

/** How a worker of a run is set up; handed over as JSON in `CRASH_WORKER`. */
export interface WorkerSetup {
  databaseUrl: string
  wechatUrl: string
  traceFile: string
  /** Null: wake-ups stay within the process. */
  redisUrl: string | null
  settings: Partial<EngineSettings>
  /** Of a whole exchange with WeChat. */
  timeoutMs: number
  bug: Bug | null
  /** How far the clock of this process is ahead of the machine's, milliseconds. */
  clockOffsetMs: number
  /** Whether the run steps the database's clock, by the table `crash_clock`. */
  databaseClockSteps: boolean
  /** Ordered before it does anything. */
  first: Order | null
}

/** What a run tells a worker while it works. */
export type Order =
  /** Kill yourself at the `nth` such moment from now. */
  | { kind: 'die_at'; moment: Moment; nth: number }
  /** Live on. */
  | { kind: 'disarm' }
  /** Your clock is now so far from the machine's. */
  | { kind: 'clock'; offsetMs: number }
  /** SQLite may not grow beyond so many pages more than it has; null: as it likes. */
  | { kind: 'disk'; sparePages: number | null }

/** A process in which staff click "publish"; handed over as JSON in `CRASH_PUBLISHER`. */
export interface PublisherSetup {
  databaseUrl: string
  traceFile: string
  bug: Bug | null
  articleId: string
  templateId: string
  values: Record<string, string>
  /** Kill yourself at the `nth` moment of publishing; null: live. */
  dieAt: number | null
}

/** A process from which staff download the CSV export; handed over as JSON in `CRASH_OFFICE`. */
export interface OfficeSetup {
  databaseUrl: string
  bug: Bug | null
}

/** So many clicks at once, each of somebody who saw this version of the article. */
export interface Clicks {
  version: number
  /** How the article stood in review when the page with the button was loaded. */
  review: ReviewState
  count: number
}

/** What the clicks of one process were answered. */
export interface Clicked {
  published: number
  changed: number
  notice_exists: number
  failed: number
}

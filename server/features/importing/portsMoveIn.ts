import type { AuditEntry } from '../../kernel/audit'
import type { MoveInFault } from '../../../shared/phrases/moveIn'
import type { DoubtCode, FailureCode, MendCode, Remark } from './found'

export type RunState = 'checking' | 'checked' | 'taking' | 'done' | 'failed'
export type EntryState = 'certain' | 'doubtful' | 'known' | 'failed' | 'imported' | 'draft'

/** What an archive of ours says of itself. */
export interface ArchiveWords {
  organisation: string
  exportedAt: string
  articles: number
  pictures: number
}

/** A file that staff have given, and how far its way is. Instants are ms. */
export interface StoredRun {
  id: string
  name: string
  bytes: number
  /** Where its pages stood; ends with a slash. */
  site: string
  /** As `readColumnMap` takes it. */
  columnsTold: string
  state: RunState
  fault: MoveInFault | null
  done: number
  total: number | null
  /** Null: it is no archive of ours, or nobody has looked yet. */
  head: ArchiveWords | null
  leaseUntil: number | null
  createdAt: number
  /** Name of the staff member; null: the account is gone. */
  createdBy: string | null
}

export type NewRun = Pick<StoredRun, 'id' | 'name' | 'bytes' | 'site' | 'columnsTold' | 'createdAt'>

/** What was found on one page, cut to what is shown. */
export interface EntryReport {
  channel: string | null
  publisher: string | null
  publishedAt: number | null
  views: number
  pictures: number
  attachments: string[]
  text: string
  original: string
  doubts: Remark<DoubtCode>[]
  mends: Remark<MendCode>[]
  failure: FailureCode | null
  /** The page is another one than the one that was taken over. */
  isChanged: boolean
}

export interface StoredEntry {
  number: number
  source: string
  state: EntryState
  title: string
  articleId: string | null
  report: EntryReport
}

/** What one process may write while it holds the run. */
export interface RunStep {
  id: string
  holder: string
  done: number
  total: number | null
}

/** The one file that is being moved in. Who writes without holding its lease any more writes nothing, and is told. */
export interface MoveInStore {
  current(): Promise<StoredRun | null>
  /** Keeps the file and its run in place of one that is over. False: another one is on its way. */
  begin(run: NewRun, content: () => AsyncIterable<Buffer>, audit: AuditEntry & { staffId: string }): Promise<boolean>
  content(id: string): AsyncIterable<Buffer>
  /** Takes the right to work on it; null: somebody has it, or there is nothing to do. */
  lease(id: string, holder: string, now: number, until: number): Promise<StoredRun | null>
  renew(id: string, holder: string, until: number): Promise<boolean>
  release(id: string, holder: string): Promise<void>
  /** Adds what was found, in the order of the numbers. */
  addEntries(step: RunStep, entries: StoredEntry[]): Promise<boolean>
  /** What became of one page. */
  settle(step: RunStep, entry: StoredEntry): Promise<boolean>
  /** The check or the taking over has come to its end, which frees the lease; what is done needs its file no more. */
  finish(
    id: string,
    holder: string,
    end: { state: RunState; fault?: MoveInFault; total?: number; head?: ArchiveWords },
  ): Promise<boolean>
  /** From one state into another that asks for work; false: it was in no such state. */
  move(
    id: string,
    from: readonly RunState[],
    to: { state: RunState; total?: number | null; columnsTold?: string; forget?: boolean },
    audit: AuditEntry | null,
  ): Promise<boolean>
  /** Frees the run of whoever fell silent; false: somebody is at work. `anew`: from its beginning, without a report. */
  resume(id: string, now: number, anew: boolean, audit: AuditEntry): Promise<boolean>
  /** Removes the run with its file and its report. False: it is gone already. */
  discard(id: string, audit: AuditEntry | null): Promise<boolean>
  counts(id: string): Promise<Partial<Record<EntryState, number>>>
  titles(id: string): Promise<string[]>
  entry(id: string, number: number): Promise<StoredEntry | null>
  entries(id: string, query: { state?: EntryState; after: number; limit: number }): Promise<StoredEntry[]>
}

/** A page that was taken over as a draft which nobody has published since. */
export interface StoredDoubtful {
  id: string
  source: string
  at: number
  doubts: Remark<DoubtCode>[]
  mends: Remark<MendCode>[]
  /** Null: it was taken over before originals were kept. */
  original: string | null
  oldAddress: string | null
  article: {
    id: string
    version: number
    title: string
    channel: { id: string; slug: string; name: string }
    publisher: string
    publishedAt: number | null
    views: number
    bodyHtml: string
  }
}

export interface DoubtfulPages {
  count(): Promise<number>
  /** By the order in which they were taken over, those with one doubt only where it is named. */
  list(query: { doubt?: DoubtCode; after: string; limit: number }): Promise<StoredDoubtful[]>
  find(id: string): Promise<StoredDoubtful | null>
  /** Time and views of the draft, which the editor does not know. False: it is no draft any more. */
  amend(articleId: string, values: { publishedAt: number | null; views: number }, audit: AuditEntry): Promise<boolean>
  /** Staff have looked at it, and it is public. */
  accepted(id: string, audit: AuditEntry): Promise<void>
  /** What became of a page, by the path or address that tells it again. */
  outcome(source: string): Promise<{ state: 'imported' | 'draft' | 'accepted'; articleId: string | null } | null>
}

export interface ImportActorInHouse {
  staff: { id: string; role: 'writer' | 'editor' | 'administrator' }
  address: string
}

/** Articles by the rules that hold for everybody who saves and publishes one. */
export interface DraftDesk {
  save(
    article: { id: string; version: number; title: string; channel: string; publisher: string },
    actor: ImportActorInHouse,
  ): Promise<void>
  publish(article: { id: string; version: number }, actor: ImportActorInHouse): Promise<void>
}

import type { AuditEntry } from '../../kernel/audit'

export type Cell = string | number | null
export type Row = Cell[]

export interface BackupTable {
  name: string
  columns: string[]
}

export type BackupEngine = 'sqlite' | 'mysql' | 'mariadb'

/** The database as it stood at one instant, whatever is written meanwhile. */
export interface Snapshot {
  engine: BackupEngine
  /** Names of the migrations that had run, in their order: the schema. */
  migrations: string[]
  /** What is kept in a backup; derived tables and what belongs to one running house are not. */
  tables: BackupTable[]
  /** About how many rows there are; for showing progress. */
  rows: number
  /** A table's rows in the order of its key, page by page. */
  read(table: BackupTable): AsyncIterable<Row[]>
  close(): Promise<void>
}

export type OpenSnapshot = () => Promise<Snapshot>

/** Pictures and attachments, wherever they lie. */
export interface BackupUploads {
  list(): AsyncIterable<{ file: string; bytes: number }>
  read(file: string): Promise<Buffer | null>
  keep(file: string, content: Buffer): Promise<void>
}

/** What putting a backup back has changed in it, so that nobody is told twice. */
export interface Settled {
  /** Notices that were on their way, and end here. */
  halted: number
  /** Notices that were set for later, and wait for staff to say so again. */
  held: number
  /** Deliveries that waited or were being sent: what became of them since, nobody knows. */
  deliveries: number
  /** Articles that were to be published later, and are not any more by themselves. */
  unscheduled: number
}

export interface RestoreFacts {
  /** Of the backup. */
  createdAt: number
  now: number
  /** Null: by the command line. */
  askedBy: { staffId: string; address: string } | null
}

/** A database beside the one in use, made for one backup. */
export interface NewPlace {
  /** The tables of the backup's schema. */
  tables: BackupTable[]
  insert(table: BackupTable, rows: Row[]): Promise<void>
  /** Brings it to this product's schema, settles what was under way, makes the search index. */
  finish(facts: RestoreFacts): Promise<Settled>
  close(): Promise<void>
}

export interface RestorePlace {
  /** Names of the migrations that this product knows. */
  known: readonly string[]
  /** Whether any row stands in it. */
  isEmpty(): Promise<boolean>
  /** Whether a server has it open. */
  isInUse(): Promise<boolean>
  begin(migrations: readonly string[]): Promise<NewPlace>
}

export const BACKUP_KINDS = ['manual', 'scheduled', 'upgrade', 'restore'] as const
/** Why it was made: by hand, by the clock, before an upgrade, before another was put back. */
export type BackupKind = (typeof BACKUP_KINDS)[number]

export interface BackupRun {
  id: string
  task: 'backup' | 'verify'
  kind: BackupKind
  state: 'running' | 'done' | 'failed'
  /** Name in the folder of backups. */
  file: string
  phase: 'tables' | 'files' | 'verify'
  done: number
  total: number
  /** A code of `shared/phrases`; null unless it failed. */
  error: string | null
  startedAt: number
  /** When it last said that it goes on. */
  seenAt: number
  finishedAt: number | null
  staffId: string | null
}

export type NewRun = Pick<BackupRun, 'id' | 'task' | 'kind' | 'file' | 'staffId'>
export type RunProgress = Pick<BackupRun, 'phase' | 'done' | 'total'>

/** What backups were made, by whatever process: at most one is being made at any time. */
export interface BackupRuns {
  /**
   * Takes the one place; null when another run is under way. One that has said nothing since `lostBefore` has failed.
   * With `unlessSince` it is null as well when a backup began after that instant.
   */
  begin(run: NewRun, at: { now: number; lostBefore: number; unlessSince?: number }): Promise<BackupRun | null>
  progress(id: string, progress: RunProgress, now: number): Promise<void>
  end(id: string, outcome: { error: string | null; now: number }, audit: AuditEntry | null): Promise<void>
  recent(limit: number): Promise<BackupRun[]>
  /** The last backup that came to a good end, and the last one that did not; when each ended. */
  lastEnds(): Promise<{ done: number | null; failed: number | null }>
  record(audit: AuditEntry): Promise<void>
}

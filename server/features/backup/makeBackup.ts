import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { HOUR_MS, MINUTE_MS } from '../../../shared/domain/time'
import type { AuditEntry } from '../../kernel/audit'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { newId } from '../../kernel/ids'
import type { Logger } from '../../kernel/logger'
import { newBackupName, pathOf, pruneBackups, removeParts } from './backupFolder'
import type { BackupKind, BackupRun, BackupRuns, NewRun, RunProgress } from './ports'
import { verifyBackup } from './restoreBackup'
import { writeBackup, type WriteDeps } from './writeBackup'

export interface MakeDeps {
  runs: BackupRuns
  write: WriteDeps
  folder: string
  keep: number
  clock: Clock
  logger: Logger
  /** Ends a backup that is being made; what it has written goes. */
  signal: AbortSignal
}

/** Who asked for it, and from where; null: the program itself. */
export type Asker = { staffId: string; address: string } | null

/** Whoever has said nothing for so long has died. */
const LOST_MS = 5 * MINUTE_MS
const TELL_MS = 1_000
const CODES = ['backup_no_space', 'backup_damaged', 'backup_passphrase_missing', 'backup_passphrase_wrong']

const codeOf = (error: unknown): string =>
  error instanceof AppError && CODES.includes(error.code) ? error.code : 'backup_failed'

/** Says now and then how far it is; whether that could be written down decides nothing. */
function teller({ runs, clock }: MakeDeps, run: BackupRun) {
  let toldAt = -Infinity
  let telling: Promise<void> = Promise.resolve()
  return {
    tell(progress: RunProgress) {
      const now = performance.now()
      if (now - toldAt < TELL_MS) return
      toldAt = now
      telling = telling.then(() => runs.progress(run.id, progress, clock.now())).catch(() => undefined)
    },
    done: () => telling,
  }
}

/** Does a run's work and writes down how it ended; never throws for what became of the work. */
async function carryOut(
  deps: MakeDeps,
  run: BackupRun,
  work: (tell: (progress: RunProgress) => void) => Promise<void>,
  audit: (error: string | null) => AuditEntry | null,
): Promise<void> {
  const { runs, clock, logger } = deps
  const { tell, done } = teller(deps, run)
  let error: string | null = null
  try {
    await work(tell)
  } catch (cause) {
    error = codeOf(cause)
    if (!deps.signal.aborted) logger.error({ err: cause, file: run.file }, `a ${run.task} of the house failed`)
  }
  await done()
  await runs.end(run.id, { error, now: clock.now() }, audit(error)).catch((cause: unknown) => {
    logger.error({ err: cause }, 'how a backup ended could not be written down')
  })
}

async function writeAndVerify(deps: MakeDeps, run: BackupRun, tell: (progress: RunProgress) => void): Promise<void> {
  const { folder, keep, clock, write, signal } = deps
  const path = join(folder, run.file)
  await removeParts(folder)
  await writeBackup(write, { path, kind: run.kind, now: clock.now(), onProgress: tell, signal })
  tell({ phase: 'verify', done: 0, total: 1 })
  try {
    await verifyBackup(path, write.passphrase)
  } catch (error) {
    // what cannot be read back is no backup
    await rm(path, { force: true })
    throw error
  }
  await pruneBackups(folder, keep)
}

/**
 * Begins a backup in the background. `unlessSince`: null when one began after that instant, on whatever process.
 * @throws AppError backup_running
 */
export async function beginBackup(
  deps: MakeDeps,
  kind: BackupKind,
  asker: Asker,
  unlessSince?: number,
): Promise<{ run: BackupRun; ended: Promise<void> } | null> {
  const now = deps.clock.now()
  const staffId = asker?.staffId ?? null
  const asked: NewRun = { id: newId(), task: 'backup', kind, file: newBackupName(kind, now), staffId }
  const run = await deps.runs.begin(asked, { now, lostBefore: now - LOST_MS, unlessSince })
  if (run === null) {
    if (unlessSince !== undefined) return null
    throw new AppError('backup_running')
  }
  const audit = (error: string | null): AuditEntry => ({
    ...{ at: deps.clock.now(), staffId, action: 'backup.make', subjectType: 'backup', subjectId: run.id },
    address: asker?.address ?? '',
    detail: { file: run.file, kind, ...(error === null ? {} : { error }) },
  })
  return { run, ended: carryOut(deps, run, (tell) => writeAndVerify(deps, run, tell), audit) }
}

/** @throws AppError backup_running, backup_not_found */
export async function beginVerify(deps: MakeDeps, file: string, staffId: string) {
  const path = await pathOf(deps.folder, file)
  const now = deps.clock.now()
  const asked: NewRun = { id: newId(), task: 'verify', kind: 'manual', file, staffId }
  const run = await deps.runs.begin(asked, { now, lostBefore: now - LOST_MS })
  if (run === null) throw new AppError('backup_running')
  const check = async (tell: (progress: RunProgress) => void) => {
    tell({ phase: 'verify', done: 0, total: 1 })
    await verifyBackup(path, deps.write.passphrase)
  }
  return { run, ended: carryOut(deps, run, check, () => null) }
}

/** Makes a backup when the last one is older than so many hours; true when it was this process that did. */
export async function backupWhenDue(deps: MakeDeps, everyHours: number): Promise<boolean> {
  if (everyHours === 0) return false
  const begun = await beginBackup(deps, 'scheduled', null, deps.clock.now() - everyHours * HOUR_MS)
  await begun?.ended
  return begun !== null
}

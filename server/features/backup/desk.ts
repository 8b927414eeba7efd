import { rm } from 'node:fs/promises'
import type { BackupHealth, BackupItem, BackupList, BackupRunView } from '../../../shared/contract'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/domain/time'
import type { AuditEntry } from '../../kernel/audit'
import { AppError } from '../../kernel/errors'
import type { Sealer } from '../../kernel/seal'
import type { AskedRestores } from './askedRestore'
import { listBackups, pathOf, type ListedBackup } from './backupFolder'
import { openSeal } from './header'
import { beginBackup, beginVerify, type MakeDeps } from './makeBackup'
import type { BackupRun } from './ports'
import { readHeader } from './readBackup'
import { refuseNewer } from './restoreBackup'

export interface RestoredHouse {
  at: number
  createdAt: number
  halted: number
  held: number
  deliveries: number
  unscheduled: number
}

export interface DeskDeps extends MakeDeps {
  everyHours: number
  mode: 'embedded' | 'grown'
  known: readonly string[]
  restores: AskedRestores
  tickets: Sealer
  /** What putting a backup back has left; null: this house never was. */
  restored(): Promise<RestoredHouse | null>
  /** Asks who is logged in once more. */
  prove(proven: { password: string; code?: string }, actor: Actor): Promise<void>
  /** Stops the server, which is then started again. */
  restart(): void
  /** What goes on in the background, and is waited for when the server stops. */
  follow(work: Promise<void>): void
}

export interface Actor {
  staff: { id: string }
  address: string
}
type Proven = { file: string; password: string; code?: string }

/** What is typed before everything is replaced. */
const WORDS = ['恢复备份', 'RESTORE']
const TICKET_MS = MINUTE_MS
/** So long after a restore it is said what is left to decide. */
const TOLD_MS = 14 * DAY_MS
const RUNS = 100

const iso = (instant: number): string => new Date(instant).toISOString()
const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant))

const presentRun = ({ staffId: _, seenAt: __, startedAt, finishedAt, ...run }: BackupRun): BackupRunView => ({
  ...run,
  startedAt: iso(startedAt),
  finishedAt: isoOrNull(finishedAt),
})

/** A backup is read to its end when it is made, and whenever somebody asks for it. */
function verifiedOf(runs: BackupRun[], file: string): BackupItem['verified'] {
  const last = runs.find((run) => run.file === file && run.state !== 'running' && run.error !== 'backup_lost')
  return last === undefined || last.finishedAt === null
    ? null
    : { right: last.state === 'done', at: iso(last.finishedAt) }
}

function presentItem({ file, bytes, header, changedAt }: ListedBackup, runs: BackupRun[], known: readonly string[]) {
  const about =
    header === null
      ? null
      : { kind: header.kind, product: header.product, engine: header.engine, encrypted: header.sealed !== null }
  const newer = header !== null && header.migrations.some((name) => !known.includes(name))
  const createdAt = header === null ? iso(changedAt) : iso(Date.parse(header.createdAt))
  return { file, bytes, createdAt, about, newer, verified: verifiedOf(runs, file) }
}

const newest = (listed: ListedBackup[]): number | null => {
  const times = listed.flatMap(({ header }) => (header === null ? [] : [Date.parse(header.createdAt)]))
  return times.length === 0 ? null : Math.max(...times)
}

/** By what is written down and by what lies in the folder: one made by the command line counts as well. */
async function healthOf(deps: DeskDeps, listed: ListedBackup[]): Promise<BackupHealth> {
  const ends = await deps.runs.lastEnds()
  const found = newest(listed)
  const lastDoneAt = ends.done === null ? found : Math.max(ends.done, found ?? 0)
  const { everyHours } = deps
  const oldest = deps.clock.now() - 2 * everyHours * HOUR_MS
  const put = await deps.restored()
  const restored = put !== null && put.at > deps.clock.now() - TOLD_MS ? put : null
  return {
    everyHours,
    lastDoneAt: isoOrNull(lastDoneAt),
    lastFailedAt: isoOrNull(ends.failed),
    // a house of an hour ago has none yet, and that is no fault
    late: everyHours > 0 && (lastDoneAt === null ? ends.failed !== null : lastDoneAt < oldest),
    restored: restored === null ? null : { ...restored, at: iso(restored.at), createdAt: iso(restored.createdAt) },
  }
}

export const showHealth = async (deps: DeskDeps): Promise<BackupHealth> =>
  healthOf(deps, await listBackups(deps.folder))

export async function showBackups(deps: DeskDeps): Promise<BackupList> {
  const [listed, runs, asked, outcome] = await Promise.all([
    listBackups(deps.folder),
    deps.runs.recent(RUNS),
    deps.restores.asked(),
    deps.restores.outcome(),
  ])
  const running = runs.find(({ state }) => state === 'running')
  const last = runs.find(({ state }) => state !== 'running')
  return {
    items: listed.map((item) => presentItem(item, runs, deps.known)),
    running: running === undefined ? null : presentRun(running),
    last: last === undefined ? null : presentRun(last),
    health: await healthOf(deps, listed),
    settings: { mode: deps.mode, encrypted: deps.write.passphrase !== null, keep: deps.keep },
    restore: {
      asked: asked === null ? null : { file: asked.file, at: iso(asked.askedAt) },
      outcome: outcome === null ? null : { ...outcome, at: iso(outcome.at) },
    },
  }
}

/** @throws AppError backup_running */
export async function makeNow(deps: DeskDeps, { staff, address }: Actor): Promise<BackupRunView> {
  const begun = await beginBackup(deps, 'manual', { staffId: staff.id, address })
  if (begun === null) throw new AppError('backup_running')
  deps.follow(begun.ended)
  return presentRun(begun.run)
}

/** @throws AppError backup_running, backup_not_found */
export async function verifyNow(deps: DeskDeps, file: string, { staff }: Actor): Promise<BackupRunView> {
  const { run, ended } = await beginVerify(deps, file, staff.id)
  deps.follow(ended)
  return presentRun(run)
}

const auditOf = ({ clock }: DeskDeps, { staff, address }: Actor, action: string, file: string): AuditEntry => ({
  ...{ at: clock.now(), staffId: staff.id, action, subjectType: 'backup', subjectId: '', address },
  detail: { file },
})

async function refuseWhileRunning({ runs }: DeskDeps): Promise<void> {
  if ((await runs.recent(1)).some(({ state }) => state === 'running')) throw new AppError('backup_running')
}

/** @throws AppError backup_not_found, and those of the proof */
export async function giveTicket(deps: DeskDeps, { file, ...proven }: Proven, actor: Actor): Promise<{ url: string }> {
  await pathOf(deps.folder, file)
  await deps.prove(proven, actor)
  await deps.runs.record(auditOf(deps, actor, 'backup.download', file))
  const ticket = deps.tickets.seal(`${deps.clock.now() + TICKET_MS}:${file}`, actor.staff.id)
  return { url: `/api/admin/backups/download?ticket=${ticket}` }
}

/** The path and the name of the file that a ticket is for; null when it is not theirs or its minute is over. */
export async function openTicket(deps: DeskDeps, ticket: string, staffId: string) {
  const [, until, file] = /^(\d+):(.+)$/.exec(deps.tickets.open(ticket, staffId) ?? '') ?? []
  if (until === undefined || file === undefined || Number(until) < deps.clock.now()) return null
  return { path: await pathOf(deps.folder, file), file }
}

/** @throws AppError backup_not_found, backup_running, and those of the proof */
export async function removeBackup(deps: DeskDeps, { file, ...proven }: Proven, actor: Actor) {
  const path = await pathOf(deps.folder, file)
  await deps.prove(proven, actor)
  await refuseWhileRunning(deps)
  await deps.runs.record(auditOf(deps, actor, 'backup.remove', file))
  await rm(path, { force: true })
  return {}
}

/**
 * Writes down that a backup is to be put back and stops the server; the next start does it before the database is opened.
 * What can be seen without reading the whole file is refused here already.
 * @throws AppError restore_by_command, restore_words, backup_…, and those of the proof
 */
export async function askForRestore(
  deps: DeskDeps,
  { file, words, ...proven }: Proven & { words: string },
  actor: Actor,
): Promise<Record<never, never>> {
  if (deps.mode === 'grown') throw new AppError('restore_by_command')
  if (!WORDS.includes(words.toUpperCase())) throw new AppError('restore_words')
  const path = await pathOf(deps.folder, file)
  const { header } = await readHeader(path)
  refuseNewer(header, deps.known)
  await openSeal(header, deps.write.passphrase)
  await deps.prove(proven, actor)
  await refuseWhileRunning(deps)
  await deps.runs.record(auditOf(deps, actor, 'backup.restore_ask', file))
  const { staff, address } = actor
  await deps.restores.ask({ file, staffId: staff.id, address, askedAt: deps.clock.now(), tries: 0 })
  deps.restart()
  return {}
}

import { createReadStream } from 'node:fs'
import type { MoveInRun } from '../../../../shared/contract'
import type { Clock } from '../../../kernel/clock'
import { AppError } from '../../../kernel/errors'
import { newId } from '../../../kernel/ids'
import type { ImportActor } from '../importPage'
import type { DoubtfulPages, ImportActorInHouse, MoveInStore, StoredRun } from '../portsMoveIn'
import { SAVED } from '../sources/source'
import { canMoveIn, plainName } from './openUpload'
import { presentRun } from './present'
import type { MoveInWork } from './work'

export interface RunDeps {
  store: MoveInStore
  pages: DoubtfulPages
  work: MoveInWork
  clock: Clock
}

/** Bytes of one row; every database takes as much, written as text. */
const PART = 512 * 1024

const actorOf = ({ staff, address }: ImportActorInHouse): ImportActor => ({ staffId: staff.id, address })

const auditOf = ({ clock }: RunDeps, { staff, address }: ImportActorInHouse, action: string, id: string) => ({
  ...{ at: clock.now(), staffId: staff.id, action: `move_in.${action}`, address },
  ...{ subjectType: 'move_in' as const, subjectId: id },
})

async function currentRun({ store }: RunDeps, id: string): Promise<StoredRun> {
  const run = await store.current()
  if (run?.id !== id) throw new AppError('move_in_not_found')
  return run
}

async function shown(deps: RunDeps, id: string): Promise<MoveInRun> {
  const run = await currentRun(deps, id)
  return presentRun(run, await deps.store.counts(id), deps.clock.now())
}

/** What is being moved in, and how much waits for somebody to look at it. */
export async function showMoveIn(deps: RunDeps): Promise<{ run: MoveInRun | null; doubtful: number }> {
  const run = await deps.store.current()
  return {
    run: run && presentRun(run, await deps.store.counts(run.id), deps.clock.now()),
    doubtful: await deps.pages.count(),
  }
}

const withSlash = (site: string): string => (site.endsWith('/') ? site : `${site}/`)

/**
 * Keeps a file that was received whole, and has it checked.
 * @throws AppError move_in_type, move_in_busy
 */
export async function beginMoveIn(
  deps: RunDeps,
  upload: { path: string; bytes: number; originalName: string },
  { site, columns = '' }: { site?: string; columns?: string },
  actor: ImportActorInHouse,
): Promise<MoveInRun> {
  const name = plainName(upload.originalName)
  if (!canMoveIn(name)) throw new AppError('move_in_type')
  const id = newId()
  const run = {
    ...{ id, name, bytes: upload.bytes, columnsTold: columns, createdAt: deps.clock.now() },
    site: site === undefined ? SAVED : withSlash(site),
  }
  const audit = { ...auditOf(deps, actor, 'begin', id), detail: { name, bytes: upload.bytes } }
  const content = () => createReadStream(upload.path, { highWaterMark: PART }) as AsyncIterable<Buffer>
  if (!(await deps.store.begin(run, content, audit))) throw new AppError('move_in_busy')
  await deps.work.start(id, actorOf(actor))
  return shown(deps, id)
}

/** Also a file whose table was not understood, once its heads are told. */
export async function checkAgain(
  deps: RunDeps,
  { id, columns }: { id: string; columns: string },
  actor: ImportActorInHouse,
): Promise<MoveInRun> {
  const run = await currentRun(deps, id)
  const to = { state: 'checking', total: null, columnsTold: columns, forget: true } as const
  const audit = { ...auditOf(deps, actor, 'check', id), detail: { name: run.name } }
  if (!(await deps.store.move(id, ['failed', 'checked'], to, audit))) throw new AppError('move_in_state')
  await deps.work.start(id, actorOf(actor))
  return shown(deps, id)
}

/** Takes all over in one step: what is certain is public, what is doubtful a draft. */
export async function takeOver(deps: RunDeps, id: string, actor: ImportActorInHouse): Promise<MoveInRun> {
  const run = await currentRun(deps, id)
  const { certain = 0, doubtful = 0 } = await deps.store.counts(id)
  const total = run.head === null ? certain + doubtful : run.head.articles + run.head.pictures
  const audit = { ...auditOf(deps, actor, 'take', id), detail: { name: run.name, certain, doubtful } }
  if (!(await deps.store.move(id, ['checked'], { state: 'taking', total }, audit))) throw new AppError('move_in_state')
  await deps.work.start(id, actorOf(actor))
  return shown(deps, id)
}

/** Goes on where a process stopped. */
export async function resumeMoveIn(deps: RunDeps, id: string, actor: ImportActorInHouse): Promise<MoveInRun> {
  const run = await currentRun(deps, id)
  if (run.state !== 'checking' && run.state !== 'taking') throw new AppError('move_in_state')
  if (run.leaseUntil !== null && run.leaseUntil > deps.clock.now()) throw new AppError('move_in_working')
  const audit = { ...auditOf(deps, actor, 'resume', id), detail: { name: run.name, done: run.done } }
  // An archive begins anew: what it has put back is known by its ids.
  const isAnew = run.state === 'taking' && run.head !== null
  if (!(await deps.store.resume(id, deps.clock.now(), isAnew, audit))) throw new AppError('move_in_working')
  await deps.work.start(id, actorOf(actor))
  return shown(deps, id)
}

/** Whoever works on it notices at the next page. What was taken over stays. */
export async function discardMoveIn(
  deps: RunDeps,
  id: string,
  actor: ImportActorInHouse,
): Promise<Record<never, never>> {
  const run = await currentRun(deps, id)
  const audit = { ...auditOf(deps, actor, 'discard', id), detail: { name: run.name, state: run.state } }
  if (!(await deps.store.discard(id, audit))) throw new AppError('move_in_not_found')
  return {}
}

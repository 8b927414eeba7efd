import type { Clock } from '../../../kernel/clock'
import { newId } from '../../../kernel/ids'
import type { Logger } from '../../../kernel/logger'
import type { ReadDeps } from '../archive/readArchive'
import type { ImportActor, ImportDeps } from '../importPage'
import type { DoubtfulPages, MoveInStore, StoredRun } from '../portsMoveIn'
import { checkArchive, checkPages, type Hold } from './check'
import { faultOf } from './faults'
import { withUpload, type OpenDeps } from './openUpload'
import { takeArchive, takePages } from './take'

/** How long a process that fell silent is taken to be at work. */
export const LEASE_MS = 30_000

export interface WorkDeps extends OpenDeps {
  store: MoveInStore
  pages: DoubtfulPages
  /** As the house is now: its channels may have changed since the last file. */
  imports(): Promise<ImportDeps>
  archives(): ReadDeps
  clock: Clock
  logger: Logger
}

/** Work on the file beside the answers that this process gives; one process at a time has it, by a lease. */
export interface MoveInWork {
  /** False: another process is at it, or there is nothing to do. */
  start(id: string, actor: ImportActor): Promise<boolean>
  /** Returns when work has come to a page's end; it can be gone on with at once. */
  stop(): Promise<void>
}

async function workOn(deps: WorkDeps, run: StoredRun, actor: ImportActor, hold: Hold): Promise<void> {
  const { store, pages, logger } = deps
  const tell = (source: string, error: unknown) => logger.error({ err: error, source }, 'a page was not moved in')
  const taking = { store, pages, tell }
  await withUpload(deps, run, store.content(run.id), async (opened) => {
    if (opened.kind === 'archive') {
      return run.state === 'checking'
        ? checkArchive({ store, tell }, run, opened.archive, hold)
        : takeArchive(taking, deps.archives(), run, opened.archive, actor, hold)
    }
    const imports = await deps.imports()
    return run.state === 'checking'
      ? checkPages({ store, tell }, imports, run, opened.source, hold)
      : takePages(taking, imports, run, opened.source, actor, hold)
  })
}

export function createMoveInWork(deps: WorkDeps): MoveInWork {
  const { store, clock, logger } = deps
  const working = new Set<Promise<void>>()
  let stopping = false

  async function work(run: StoredRun, actor: ImportActor, holder: string): Promise<void> {
    let lost = false
    const renew = async () => {
      const mine = await store.renew(run.id, holder, clock.now() + LEASE_MS).catch(() => true)
      if (!mine) lost = true
    }
    const timer = setInterval(() => void renew(), LEASE_MS / 3)
    try {
      await workOn(deps, run, actor, { holder, isOver: () => stopping || lost })
    } catch (error) {
      const fault = faultOf(error)
      if (fault === null) logger.error({ err: error, runId: run.id }, 'a move-in stopped; it can be gone on with')
      else await store.finish(run.id, holder, { state: 'failed', fault })
    } finally {
      clearInterval(timer)
      await store.release(run.id, holder)
    }
  }

  return {
    async start(id, actor) {
      if (stopping) return false
      const holder = newId()
      const now = clock.now()
      const run = await store.lease(id, holder, now, now + LEASE_MS)
      if (run === null) return false
      const mine = work(run, actor, holder)
        // Its lease ends by itself; staff see then that it stopped.
        .catch((error: unknown) => logger.error({ err: error, runId: id }, 'a move-in could not be ended'))
        .finally(() => working.delete(mine))
      working.add(mine)
      return true
    },
    async stop() {
      stopping = true
      await Promise.all(working)
    },
  }
}

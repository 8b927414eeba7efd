import { setImmediate as nextTurn } from 'node:timers/promises'
import { DAY_MS, HOUR_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import type { Logger } from '../../kernel/logger'
import { removeFilesNoLongerUsed, type FileDeps } from './removeFiles'
import type { BinPurge, RetentionDays, RetentionStore } from './ports'

export interface RetentionDeps {
  store: RetentionStore
  bin: BinPurge
  files: FileDeps
  days: RetentionDays
  clock: Clock
  logger: Logger
}

/** SQLite has one writer: no transaction may keep everybody waiting. */
const AT_ONCE = 1_000

/** Again and again until there is no more, with a turn for everybody else in between. */
async function all(remove: (limit: number) => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const removed = await remove(AT_ONCE)
    total += removed
    if (removed < AT_ONCE) return total
    await nextTurn()
  }
}

/**
 * Once a day, on whichever process comes first, removes what was kept long enough. Each step is done as well as none of
 * the others were: a failure is logged, and tried again an hour later. False when it was not this process's turn.
 */
export async function keepNoLonger({ store, bin, files, days, clock, logger }: RetentionDeps): Promise<boolean> {
  const now = clock.now()
  if (!(await store.takeTurn(now - DAY_MS, now))) return false
  const before = (kept: number): number => now - kept * DAY_MS
  try {
    const removed = {
      sessions: await all((limit) => store.removeSessions(now, limit)),
      answers: await all((limit) => store.removeAnswers(before(days.answers), limit)),
      eventChoices: await all((limit) => store.removeEventChoices(before(days.eventChoices), limit)),
      callbacks: await all((limit) => store.removeCallbacks(before(days.callbacks), limit)),
      deliveries: await all((limit) => store.foldDeliveries(before(days.deliveries), limit)),
      cursors: await store.clearCursors(),
      articles: await all((limit) => bin.purge(limit)),
      files: await removeFilesNoLongerUsed(files, now),
    }
    logger.info(removed, 'what was kept long enough has been removed')
  } catch (error) {
    logger.error({ err: error }, 'removing what was kept long enough failed; it is tried again in an hour')
    await store.tryAgainAt(now + HOUR_MS)
  }
  return true
}

import { DAY_MS } from '../../../shared/domain/time'
import type { DoomedFiles, FileStorage, UnusedFiles } from './ports'

export interface FileDeps {
  unused: UnusedFiles
  doomed: DoomedFiles
  storage: FileStorage
}

/** Somebody may still have it in a text that is not saved yet. */
const GRACE_DAYS = 30
/** What is used today may be in no save any more later. */
const LOOK_AGAIN_DAYS = 30
const AT_ONCE = 100

/**
 * Removes files that staff brought a while ago and that no article names, as it stands or in a save that is kept; then every
 * file whose row is gone. Answers how many files were removed.
 */
export async function removeFilesNoLongerUsed({ unused, doomed, storage }: FileDeps, now: number): Promise<number> {
  const times = { broughtBefore: now - GRACE_DAYS * DAY_MS, lookedBefore: now - LOOK_AGAIN_DAYS * DAY_MS, now }
  while ((await unused.remove(times, AT_ONCE)) > 0) continue
  let removed = 0
  for (let files = await doomed.list(AT_ONCE); files.length > 0; files = await doomed.list(AT_ONCE)) {
    for (const file of files) {
      await storage.remove(file)
      await doomed.forget(file)
    }
    removed += files.length
  }
  return removed
}

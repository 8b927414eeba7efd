import { headOf } from '../archive/readArchive'
import type { FailureCode } from '../found'
import { inspectPage, type InspectDeps, type Inspected } from '../inspectPage'
import type { ArchiveWords, MoveInStore, StoredEntry, StoredRun } from '../portsMoveIn'
import { PageUnreadable, type Refused, type Source, type SourcePage } from '../sources/source'
import type { Archive } from '../sources/zip'
import { bounded } from './bounds'
import { entryOf } from './entryOf'

/** What went wrong with one page that nobody expected, for whoever keeps the server. */
export type Tell = (source: string, error: unknown) => void

/** Pages whose findings are written at once. */
const AT_ONCE = 10

export interface Hold {
  holder: string
  /** Whether somebody else has the run now, or this process is to stop. */
  isOver(): boolean
}

export interface CheckDeps {
  store: MoveInStore
  tell: Tell
}

/** One page's failure never stops the rest. */
async function lookAt(
  { tell }: CheckDeps,
  deps: InspectDeps,
  source: Source,
  page: SourcePage | Refused,
  titles: Set<string>,
): Promise<Inspected> {
  const failed = (failure: FailureCode): Inspected => ({ state: 'failed', source: page.key, failure })
  if ('refused' in page) return failed(page.refused)
  try {
    return await inspectPage(deps, source, page, titles)
  } catch (error) {
    if (error instanceof PageUnreadable) return failed(error.failure)
    tell(page.key, error)
    return failed('page_broken')
  }
}

/**
 * Looks at each page, from the first that no report tells of yet, and keeps the report. False: it was stopped on the way,
 * or somebody else has the run.
 */
export async function checkPages(
  checking: CheckDeps,
  deps: InspectDeps,
  run: StoredRun,
  source: Source,
  hold: Hold,
): Promise<boolean> {
  const { store } = checking
  const titles = new Set(await store.titles(run.id))
  let waiting: StoredEntry[] = []
  let { done } = run
  const write = async (): Promise<boolean> => {
    const entries = waiting
    waiting = []
    return store.addEntries({ id: run.id, holder: hold.holder, done, total: source.count }, entries)
  }
  const all = bounded(source, run.done)
  for await (const page of all.pages()) {
    if (hold.isOver()) return false
    waiting.push(entryOf(done, await lookAt(checking, deps, all, page, titles)))
    done += 1
    if (waiting.length >= AT_ONCE && !(await write())) return false
  }
  if (!(await write())) return false
  return store.finish(run.id, hold.holder, { state: 'checked', total: done })
}

/** An archive of ours says of itself what is in it; it is put back as it was, so that there is nothing to doubt. */
export async function checkArchive(
  { store }: CheckDeps,
  run: StoredRun,
  archive: Archive,
  hold: Hold,
): Promise<boolean> {
  const { organisation, exportedAt, articles, pictures } = await headOf(archive)
  const head: ArchiveWords = { organisation: organisation.slice(0, 120), exportedAt, articles, pictures }
  return store.finish(run.id, hold.holder, { state: 'checked', total: articles + pictures, head })
}

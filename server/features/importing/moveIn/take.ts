import { readArchive, type ReadDeps } from '../archive/readArchive'
import { importPage, type ImportActor, type ImportDeps } from '../importPage'
import type { DoubtfulPages, MoveInStore, StoredEntry, StoredRun } from '../portsMoveIn'
import { PageUnreadable, type Source, type SourcePage } from '../sources/source'
import type { Archive } from '../sources/zip'
import { bounded } from './bounds'
import type { Hold, Tell } from './check'
import { restoredEntry } from './entryOf'

export interface TakeDeps {
  store: MoveInStore
  pages: Pick<DoubtfulPages, 'outcome'>
  tell: Tell
}

/** What staff were shown as doubtful becomes a draft, also where nothing would be doubtful by now. */
const asShown = (deps: ImportDeps, { state, report }: StoredEntry): ImportDeps =>
  state === 'certain'
    ? deps
    : {
        ...deps,
        store: {
          ...deps.store,
          keep: (article, files, page, audit) =>
            deps.store.keep(
              { ...article, isPublic: false },
              files,
              { ...page, doubts: page.doubts.length > 0 ? page.doubts : report.doubts },
              audit,
            ),
        },
      }

/** One page; a server that died between the article and the report finds here what became of it. */
async function takePage(
  { pages, tell }: TakeDeps,
  deps: ImportDeps,
  source: Source,
  page: SourcePage,
  entry: StoredEntry,
  actor: ImportActor,
): Promise<StoredEntry> {
  const failed = (failure: StoredEntry['report']['failure']): StoredEntry => ({
    ...entry,
    state: 'failed',
    report: { ...entry.report, failure },
  })
  try {
    const imported = await importPage(asShown(deps, entry), source, page, new Set(), actor)
    if (imported.state === 'failed') return failed(imported.failure)
    if (imported.state === 'known' && imported.isChanged) {
      return { ...entry, state: 'known', articleId: imported.articleId, report: { ...entry.report, isChanged: true } }
    }
    const outcome = await pages.outcome(page.key)
    if (outcome === null) return failed('page_broken')
    const doubts = 'doubts' in imported && imported.doubts.length > 0 ? imported.doubts : entry.report.doubts
    const state = outcome.state === 'draft' ? 'draft' : 'imported'
    return { ...entry, state, articleId: outcome.articleId, report: { ...entry.report, doubts } }
  } catch (error) {
    if (error instanceof PageUnreadable) return failed(error.failure)
    tell(page.key, error)
    return failed('page_broken')
  }
}

/**
 * Takes over what the report names as certain or doubtful and has not been taken over yet. False: it was stopped on the
 * way, or somebody else has the run.
 */
export async function takePages(
  { store, ...others }: TakeDeps,
  deps: ImportDeps,
  run: StoredRun,
  source: Source,
  actor: ImportActor,
  hold: Hold,
): Promise<boolean> {
  let { done } = run
  let number = -1
  for await (const page of bounded(source, 0).pages()) {
    number += 1
    if (hold.isOver()) return false
    const entry = 'refused' in page ? null : await store.entry(run.id, number)
    if ('refused' in page || entry === null || (entry.state !== 'certain' && entry.state !== 'doubtful')) continue
    const taken = await takePage({ store, ...others }, deps, source, page, entry, actor)
    done += 1
    if (!(await store.settle({ id: run.id, holder: hold.holder, done, total: run.total }, taken))) return false
  }
  return store.finish(run.id, hold.holder, { state: 'done' })
}

/** Puts an archive back. What is here already stays as it is, so that one that was stopped begins anew. */
export async function takeArchive(
  { store }: TakeDeps,
  deps: ReadDeps,
  run: StoredRun,
  archive: Archive,
  actor: ImportActor,
  hold: Hold,
): Promise<boolean> {
  let done = 0
  let number = 0
  for await (const { kind, name, outcome } of readArchive(deps, archive, actor)) {
    if (hold.isOver()) return false
    done += 1
    const isTold = kind === 'article' || outcome === 'broken'
    const end =
      outcome === 'kept'
        ? ({ state: 'imported' } as const)
        : outcome === 'known'
          ? ({ state: 'known' } as const)
          : ({ failure: outcome === 'channel_unknown' ? 'channel_gone' : 'page_broken' } as const)
    const entries = isTold ? [restoredEntry(number, name, end)] : []
    if (!(await store.addEntries({ id: run.id, holder: hold.holder, done, total: run.total }, entries))) return false
    number += entries.length
  }
  return store.finish(run.id, hold.holder, { state: 'done' })
}

import type { FailureCode } from './found'
import { importPage, type ImportActor, type ImportDeps, type Imported } from './importPage'
import { inspectPage, type InspectDeps, type Inspected } from './inspectPage'
import { PageUnreadable, type Source, type SourcePage } from './sources/source'

/** A page that could not be read; `error`: what nobody expected. */
export interface Broken {
  state: 'failed'
  source: string
  failure: FailureCode
  error?: unknown
}

/** One page's failure never stops the rest. What keeps the source itself from going on is thrown. */
async function* each<T>(
  source: Source,
  work: (page: SourcePage, titles: Set<string>) => Promise<T>,
): AsyncGenerator<T | Broken> {
  const titles = new Set<string>()
  for await (const page of source.pages()) {
    if ('refused' in page) {
      yield { state: 'failed', source: page.key, failure: page.refused }
      continue
    }
    try {
      yield await work(page, titles)
    } catch (error) {
      if (error instanceof PageUnreadable) yield { state: 'failed', source: page.key, failure: error.failure }
      else yield { state: 'failed', source: page.key, failure: 'page_broken', error }
    }
  }
}

/** Says of each page what would become of it; writes nothing. */
export const inspectAll = (deps: InspectDeps, source: Source): AsyncGenerator<Inspected | Broken> =>
  each(source, (page, titles) => inspectPage(deps, source, page, titles))

/** Takes each page over; a second run over the same pages changes nothing, and one that was stopped goes on. */
export const importAll = (deps: ImportDeps, source: Source, actor: ImportActor): AsyncGenerator<Imported | Broken> =>
  each(source, (page, titles) => importPage(deps, source, page, titles, actor))

import { newId } from '../../kernel/ids'
import { bringFiles, FILE_DOUBTS, nameOf, type Brought, type FileKeepers } from './bringFiles'
import type { DoubtCode, FoundArticle, Remark } from './found'
import { inspectPage, type InspectDeps, type Inspected } from './inspectPage'
import { placeFiles } from './placeFiles'
import type { BodyRules, BroughtFiles, ImportedArticle } from './ports'
import type { Source, SourcePage } from './sources/source'

export interface ImportDeps extends InspectDeps, FileKeepers {
  body: BodyRules
}

export interface ImportActor {
  /** Null: the command line. */
  staffId: string | null
  address: string
}

export type Imported =
  | Exclude<Inspected, { state: 'certain' | 'doubtful' }>
  | { state: 'imported' | 'draft'; source: string; articleId: string; title: string; doubts: Remark<DoubtCode>[] }

/** Takes away the files of a page that was not kept, but for those that a row names: another run may have kept it. */
async function discard({ store, pictures, attachments }: ImportDeps, files: BroughtFiles): Promise<void> {
  const unnamed = await store.unnamed(files)
  await pictures.discard(unnamed.pictures)
  await attachments.discard(unnamed.attachments)
}

/** `doubts` grows by what shows only when the body is laid out. */
function articleOf(
  { body, channels, organisation }: ImportDeps,
  found: FoundArticle,
  key: string,
  brought: Brought,
  doubts: Remark<DoubtCode>[],
): ImportedArticle {
  const kept = [...brought.pictures.values()]
  const bodyHtml = body.clean(placeFiles(found.bodyHtml, brought))
  const { blocks, summary, isEmpty } = body.derive(bodyHtml, kept)
  if (isEmpty && !doubts.some(({ code }) => code === 'body_empty')) doubts.push({ code: 'body_empty' })
  const channel = channels.find(({ name }) => name === found.channel) ?? channels[0]
  if (channel === undefined) throw new Error('there is no channel that holds articles')
  return {
    id: newId(),
    channelId: channel.id,
    title: found.title || nameOf(key).slice(0, 120),
    summary,
    publisher: found.publisher ?? organisation,
    bodyHtml,
    blocks,
    coverId: kept[0]?.id ?? null,
    publishedAt: found.publishedAt,
    views: found.views,
    isPublic: doubts.length === 0,
  }
}

/**
 * Takes a page over: as a public article with its own time and views when nothing about it is doubtful, otherwise as a
 * draft. All of it is kept, or nothing.
 */
export async function importPage(
  deps: ImportDeps,
  source: Source,
  page: SourcePage,
  titles: Set<string>,
  actor: ImportActor,
): Promise<Imported> {
  const inspected = await inspectPage(deps, source, page, titles)
  if (inspected.state === 'failed' || inspected.state === 'known') return inspected
  const { found, contentHash, oldAddress } = inspected
  const brought: Brought = { pictures: new Map(), attachments: new Map() }
  const filesOf = (): BroughtFiles => ({
    pictures: [...brought.pictures.values()],
    attachments: [...brought.attachments.values()],
  })
  try {
    const doubts = [
      ...found.doubts.filter(({ code }) => !FILE_DOUBTS.has(code)),
      ...(await bringFiles(deps, source, found, brought)),
    ]
    const article = articleOf(deps, found, page.key, brought, doubts)
    const { title, id } = article
    const files = filesOf()
    const audit = {
      at: deps.clock.now(),
      ...actor,
      action: 'article.import',
      subjectType: 'article' as const,
      subjectId: id,
      detail: {
        ...{ title, source: page.key.slice(0, 200) },
        ...{ pictures: files.pictures.length, attachments: files.attachments.length },
      },
    }
    const { mends, original } = found
    const about = { source: page.key, contentHash, oldAddress, doubts, mends, original }
    if (!(await deps.store.keep(article, files, about, audit))) {
      await discard(deps, files)
      return { state: 'known', source: page.key, isChanged: false, articleId: null }
    }
    return { state: article.isPublic ? 'imported' : 'draft', source: page.key, articleId: id, title, doubts }
  } catch (error) {
    // What went wrong first is what is told; what could not be taken away is given the same names by the next run.
    await discard(deps, filesOf()).catch(() => undefined)
    throw error
  }
}

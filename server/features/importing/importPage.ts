import { newId } from '../../kernel/ids'
import type { DoubtCode, Remark } from './found'
import { escapeValue } from './inline'
import { inspectPage, type InspectDeps, type Inspected } from './inspectPage'
import type { BodyRules, BroughtPicture, PictureKeeper } from './ports'
import type { Source, SourcePage } from './sources/source'

export interface ImportDeps extends InspectDeps {
  body: BodyRules
  pictures: PictureKeeper
}

export interface ImportActor {
  /** Null: the command line. */
  staffId: string | null
  address: string
}

export type Imported =
  | Exclude<Inspected, { state: 'certain' | 'doubtful' }>
  | { state: 'imported' | 'draft'; source: string; articleId: string; title: string; doubts: Remark<DoubtCode>[] }

interface Brought {
  /** Addresses as they stand in the body, each with its picture. */
  byAddress: Map<string, BroughtPicture>
  lost: string[]
}

const nameOf = (address: string): string => {
  if (address.startsWith('data:')) return ''
  const last = address.split(/[?#]/)[0]?.split('/').pop() ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

const ofData = (address: string): Buffer | null => {
  const found = /^data:image\/[\w.+-]+;base64,([\w+/=\s]+)$/i.exec(address)
  return found?.[1] === undefined ? null : Buffer.from(found[1], 'base64')
}

async function bringPictures({ pictures }: ImportDeps, source: Source, addresses: string[]): Promise<Brought> {
  const brought: Brought = { byAddress: new Map(), lost: [] }
  for (const address of addresses) {
    const content = address.startsWith('data:') ? ofData(address) : await source.file(address)
    const kept = content === null ? null : await pictures.keep(content, nameOf(address), '')
    if (kept === null) brought.lost.push(address)
    else brought.byAddress.set(address, kept)
  }
  return brought
}

const placed = (html: string, { byAddress }: Brought): string =>
  [...byAddress].reduce(
    (body, [address, { file }]) => body.replaceAll(`src="${escapeValue(address)}"`, `src="/uploads/${file}"`),
    html,
  )

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
  const brought = await bringPictures(deps, source, found.pictures)
  const kept = [...brought.byAddress.values()]
  try {
    const doubts = [
      ...found.doubts.filter(({ code }) => code !== 'picture_lost'),
      ...brought.lost.map((detail) => ({ code: 'picture_lost' as const, detail: detail.slice(0, 200) })),
    ]
    const bodyHtml = deps.body.clean(placed(found.bodyHtml, brought))
    const { blocks, summary, isEmpty } = deps.body.derive(bodyHtml, kept)
    if (isEmpty && !doubts.some(({ code }) => code === 'body_empty')) doubts.push({ code: 'body_empty' })
    const channel = deps.channels.find(({ name }) => name === found.channel) ?? deps.channels[0]
    if (channel === undefined) throw new Error('there is no channel that holds articles')
    const article = {
      id: newId(),
      channelId: channel.id,
      title: found.title || nameOf(page.key).slice(0, 120),
      summary,
      publisher: found.publisher ?? deps.organisation,
      bodyHtml,
      blocks,
      coverId: kept[0]?.id ?? null,
      publishedAt: found.publishedAt,
      views: found.views,
      isPublic: doubts.length === 0,
    }
    const { title, id } = article
    const audit = {
      at: deps.clock.now(),
      ...actor,
      action: 'article.import',
      subjectType: 'article' as const,
      subjectId: id,
      detail: { title, source: page.key.slice(0, 200) },
    }
    const about = { source: page.key, contentHash, oldAddress, doubts, mends: found.mends }
    if (!(await deps.store.keep(article, about, audit))) {
      await deps.pictures.discard(kept)
      return { state: 'known', source: page.key, isChanged: false, articleId: null }
    }
    return { state: article.isPublic ? 'imported' : 'draft', source: page.key, articleId: id, title, doubts }
  } catch (error) {
    await deps.pictures.discard(kept)
    throw error
  }
}

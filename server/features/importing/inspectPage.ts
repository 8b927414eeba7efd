import { createHash } from 'node:crypto'
import type { Clock } from '../../kernel/clock'
import { lookAtFiles } from './bringFiles'
import type { FailureCode, FoundArticle } from './found'
import { oldAddressIn } from './oldAddress'
import type { ImportStore } from './ports'
import { readPage } from './readPage'
import { foundInRecord } from './records/record'
import type { Source, SourcePage } from './sources/source'

/** A channel that holds articles. */
export interface ImportChannel {
  id: string
  name: string
  kind: 'articles' | 'events'
}

export interface InspectDeps {
  store: ImportStore
  channels: readonly ImportChannel[]
  organisation: string
  clock: Clock
}

export type Inspected =
  | { state: 'failed'; source: string; failure: FailureCode }
  /** An earlier run has taken it over; `isChanged`: the page is another one since. */
  | { state: 'known'; source: string; isChanged: boolean; articleId: string | null }
  | {
      state: 'certain' | 'doubtful'
      source: string
      found: FoundArticle
      contentHash: string
      oldAddress: string | null
    }

const LONGEST_TITLE = 120
const LONGEST_PUBLISHER = 60
/** Pages have a few thousand marks; nested ones cost the parser by their square. */
const MOST_MARKS = 40_000

/** `<!-- saved from url=(0044)http://… -->`, which browsers write into what they save. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]+)/i

const shorten = (text: string, most: number): string => {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

function marksIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) count += 1
  return count
}

const failed = (source: string, failure: FailureCode): Inspected => ({ state: 'failed', source, failure })

/**
 * Says what would become of a page, and writes nothing. `titles`: of the pages before it in this run, told apart without
 * their sections; the page's own is added.
 */
export async function inspectPage(
  { store, channels, organisation, clock }: InspectDeps,
  source: Source,
  page: SourcePage,
  titles: Set<string>,
): Promise<Inspected> {
  const bytes = await page.read()
  if (bytes === null) return failed(page.key, 'page_too_large')
  if (bytes.length === 0) return failed(page.key, 'page_empty')
  const contentHash = createHash('sha256').update(bytes).digest('hex')
  const known = await store.known(page.key)
  if (known !== null) {
    return {
      state: 'known',
      source: page.key,
      isChanged: known.contentHash !== contentHash,
      articleId: known.articleId,
    }
  }
  if (page.record === undefined && marksIn(bytes) > MOST_MARKS) return failed(page.key, 'page_tangled')
  const base = SAVED_FROM.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1] ?? page.base
  const names = channels.map(({ name }) => name)
  const options = { channels: names, base, now: clock.now(), organisation }
  const found = page.record === undefined ? readPage(bytes, options) : foundInRecord(page.record, options)
  if (!found.hasMeta) return failed(page.key, bytes.includes(0) ? 'page_not_text' : 'article_missing')

  const full = found.title
  found.title = shorten(full, LONGEST_TITLE)
  if (found.title !== full) found.doubts.push({ code: 'title_too_long', detail: full })
  if (found.publisher !== null) found.publisher = shorten(found.publisher, LONGEST_PUBLISHER)
  if (full !== '' && (titles.has(full) || (await store.hasTitle(full)))) found.doubts.push({ code: 'title_duplicate' })
  titles.add(full)
  const channel = channels.find(({ name }) => name === found.channel)
  if (channel?.kind === 'events') found.doubts.push({ code: 'event_times_missing' })
  found.doubts.push(...(await lookAtFiles(source, found)))
  const state = found.doubts.length === 0 ? 'certain' : 'doubtful'
  return { state, source: page.key, found, contentHash, oldAddress: oldAddressIn(base) }
}

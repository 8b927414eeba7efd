import type { DoubtfulPage } from '../../../../shared/contract'
import type { Clock } from '../../../kernel/clock'
import { AppError } from '../../../kernel/errors'
import type { DoubtCode } from '../found'
import type {
  DoubtfulPages,
  DraftDesk,
  ImportActorInHouse,
  MoveInStore,
  EntryState,
  StoredDoubtful,
} from '../portsMoveIn'
import { presentDoubtful, presentPage } from './present'

export interface DoubtfulDeps {
  pages: DoubtfulPages
  desk: DraftDesk
  clock: Clock
}

const ID = /^[0-9a-hjkmnp-tv-z]{26}$/

function pageOf<T, S>(found: T[], limit: number, cursorOf: (last: T) => string, present: (item: T) => S) {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const nextCursor = found.length > limit && last !== undefined ? cursorOf(last) : null
  return { items: items.map(present), nextCursor }
}

/** What waits for somebody, in the order in which it was taken over. */
export async function listDoubtful(
  { pages }: DoubtfulDeps,
  { doubt, cursor, limit }: { doubt?: DoubtCode; cursor?: string; limit: number },
) {
  if (cursor !== undefined && !ID.test(cursor)) throw new AppError('cursor_invalid')
  const found = await pages.list({ doubt, after: cursor ?? '', limit: limit + 1 })
  return pageOf(found, limit, ({ id }) => id, presentDoubtful)
}

/** The report of the file that is being moved in. */
export async function listPages(
  { store }: { store: MoveInStore },
  { state, cursor, limit }: { state?: EntryState; cursor?: string; limit: number },
) {
  if (cursor !== undefined && !/^\d{1,6}$/.test(cursor)) throw new AppError('cursor_invalid')
  const run = await store.current()
  const after = cursor === undefined ? -1 : Number(cursor)
  const found = run === null ? [] : await store.entries(run.id, { state, after, limit: limit + 1 })
  return pageOf(found, limit, ({ number }) => String(number), presentPage)
}

async function findDoubtful({ pages }: DoubtfulDeps, id: string): Promise<StoredDoubtful> {
  const found = await pages.find(id)
  if (found === null) throw new AppError('doubtful_not_found')
  return found
}

export interface MendCommand {
  id: string
  version: number
  title: string
  /** Slug. */
  channel: string
  publisher: string
  publishedAt: string | null
  views: number
}

const auditOf = (
  { clock }: DoubtfulDeps,
  { staff, address }: ImportActorInHouse,
  action: string,
  articleId: string,
) => ({
  ...{ at: clock.now(), staffId: staff.id, action: `article.${action}`, address },
  ...{ subjectType: 'article' as const, subjectId: articleId },
})

/**
 * Puts right what was found: what the editor knows by the rules of the editor, time and views besides.
 * @throws AppError doubtful_not_found, article_changed, channel_not_found, request_invalid
 */
export async function mendDoubtful(
  deps: DoubtfulDeps,
  { id, version, title, channel, publisher, views, ...command }: MendCommand,
  actor: ImportActorInHouse,
): Promise<DoubtfulPage> {
  const { article } = await findDoubtful(deps, id)
  if (article.version !== version) throw new AppError('article_changed')
  const publishedAt = command.publishedAt === null ? null : Date.parse(command.publishedAt)
  const isSame = article.title === title && article.channel.slug === channel && article.publisher === publisher
  if (!isSame) await deps.desk.save({ id: article.id, version, title, channel, publisher }, actor)
  if (article.publishedAt !== publishedAt || article.views !== views) {
    const detail = { title, time: command.publishedAt, views }
    const audit = { ...auditOf(deps, actor, 'mend', article.id), detail }
    if (!(await deps.pages.amend(article.id, { publishedAt, views }, audit))) throw new AppError('doubtful_not_found')
  }
  return presentDoubtful(await findDoubtful(deps, id))
}

/**
 * Publishes a page that somebody has looked at, as it stands now, with its own time.
 * @throws AppError doubtful_not_found, doubtful_time_future, article_changed, article_needs_review, request_invalid
 */
export async function acceptDoubtful(
  deps: DoubtfulDeps,
  { id, version }: { id: string; version: number },
  actor: ImportActorInHouse,
): Promise<{ articleId: string }> {
  const { article, source, doubts } = await findDoubtful(deps, id)
  const now = deps.clock.now()
  if (article.publishedAt !== null && article.publishedAt > now) throw new AppError('doubtful_time_future')
  await deps.desk.publish({ id: article.id, version }, actor)
  const detail = {
    title: article.title,
    source: source.slice(0, 200),
    doubts: doubts.map(({ code }) => code).join(' '),
  }
  await deps.pages.accepted(id, { ...auditOf(deps, actor, 'accept', article.id), detail })
  return { articleId: article.id }
}

import type { PinnedOrder } from '../../../shared/contract'
import { MOST_PINNED } from '../../../shared/contract/staffPinned'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { channelOf } from './draft'
import { leavesOf } from './home'
import type { ChannelTree } from './ports'
import type { PinnedArticles } from './portsPinned'
import { iso } from './presenter'
import { articleAudit, type Actor } from './saveArticle'

export interface PinnedDeps {
  pinned: PinnedArticles
  channels: ChannelTree
  clock: Clock
}

export async function showPinned({ pinned, channels }: PinnedDeps): Promise<PinnedOrder> {
  const leaves = leavesOf(await channels.tree())
  const found = await pinned.list(
    leaves.map(({ id }) => id),
    MOST_PINNED,
  )
  const all = leaves.map(({ id, slug, name }) => ({
    channel: { id, slug, name },
    items: found
      .filter(({ channelId }) => channelId === id)
      .map((article) => ({ id: article.id, title: article.title, publishedAt: iso(article.publishedAt) })),
  }))
  return { channels: all.filter(({ items }) => items.length > 0) }
}

export interface ArrangeCommand {
  /** Slug of the channel. */
  channel: string
  /** Ids in the order that was seen, and in the one that is wanted. */
  before: string[]
  after: string[]
}

/** @throws AppError channel_not_found, pins_changed; nothing is written then */
export async function arrangePinned(
  deps: PinnedDeps,
  { channel: slug, before, after }: ArrangeCommand,
  actor: Actor,
): Promise<PinnedOrder> {
  const { id: channelId, name } = channelOf(await deps.channels.tree(), slug)
  const isSameSet = before.length === after.length && after.every((id) => before.includes(id))
  if (!isSameSet) throw new AppError('pins_changed')
  const subject = { subjectType: 'setting', subjectId: `pinned.${slug}` } as const
  const entry = articleAudit(deps, actor, 'order_pinned', '', { name, was: before, is: after })
  const audit = { ...entry, ...subject }
  if (!(await deps.pinned.arrange({ channelId, before, after, audit }))) throw new AppError('pins_changed')
  return showPinned(deps)
}

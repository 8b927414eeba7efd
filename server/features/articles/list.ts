import type { ArticlePage, ChannelNode } from '../../../shared/contract'
import { AppError } from '../../kernel/errors'
import type { Reading } from '../../kernel/reading'
import { decodeListCursor, encodeListCursor } from './cursor'
import type { ReadDeps } from './home'
import { presentSummary } from './presenter'

export interface ListCommand {
  slug: string
  cursor?: string
  limit: number
}

/** The channel itself, or for a group all channels in it. */
export function channelIdsFor(tree: ChannelNode[], slug: string): string[] {
  const nodes = tree.flatMap((node) => [node, ...node.children.map((child) => ({ ...child, children: [] }))])
  const node = nodes.find((candidate) => candidate.slug === slug)
  if (node === undefined) throw new AppError('channel_not_found')
  return node.kind === 'group' ? node.children.map(({ id }) => id) : [node.id]
}

/** One page of a channel: pinned first, then newest first. */
export async function listArticles(
  { articles, channels, views }: ReadDeps,
  command: ListCommand,
): Promise<Reading<ArticlePage>> {
  const channelIds = channelIdsFor(await channels.tree(), command.slug)
  const after = command.cursor === undefined ? null : decodeListCursor(command.cursor)
  const found = await articles.list({ channelIds, after, limit: command.limit + 1 })
  const items = found.slice(0, command.limit)
  const last = items.at(-1)
  const nextCursor = found.length > items.length && last !== undefined ? encodeListCursor(last) : null
  return {
    topics: channelIds.map((id) => `channel:${id}`),
    articles: items.map(({ id }) => id),
    render: () => ({
      items: items.map((article) => presentSummary(article, views.shown(article.id, article.views))),
      nextCursor,
    }),
  }
}
